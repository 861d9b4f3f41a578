/// The record at the desk, for administrators.
@NullMarked
package fr.tocsin.audit.web;

import org.jspecify.annotations.NullMarked;
