/// The public's pages and feeds. Nothing here sets a cookie or asks a third party for anything.
@NullMarked
package fr.tocsin.site.web;

import org.jspecify.annotations.NullMarked;
