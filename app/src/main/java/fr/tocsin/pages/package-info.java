/// How a page is rendered: templates, words in two languages, assets, the frame around every page.
@ApplicationModule(allowedDependencies = {"settings"})
@NullMarked
package fr.tocsin.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
