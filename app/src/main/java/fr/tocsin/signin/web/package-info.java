/// The gate in front of every page, and the pages of signing in.
@NullMarked
package fr.tocsin.signin.web;

import org.jspecify.annotations.NullMarked;
