/// The desk's pages for templates.
@NullMarked
package fr.tocsin.templates.web;

import org.jspecify.annotations.NullMarked;
