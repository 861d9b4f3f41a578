/// The desk's pages for writing, approving and following publications.
@NullMarked
package fr.tocsin.publishing.web;

import org.jspecify.annotations.NullMarked;
