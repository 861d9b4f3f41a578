/// The unit's publications as a file, at the desk.
@NullMarked
package fr.tocsin.export.web;

import org.jspecify.annotations.NullMarked;
