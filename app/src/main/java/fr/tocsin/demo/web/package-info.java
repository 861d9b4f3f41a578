/// The one act that sweeps the demonstration away.
@NullMarked
package fr.tocsin.demo.web;

import org.jspecify.annotations.NullMarked;
