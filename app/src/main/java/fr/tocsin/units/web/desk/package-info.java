/// Members and particulars of a unit at the desk; who an officer is.
@NullMarked
package fr.tocsin.units.web.desk;

import org.jspecify.annotations.NullMarked;
