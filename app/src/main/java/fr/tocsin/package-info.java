/// The platform with which police, gendarmes and firefighters speak with the public.
@NullMarked
package fr.tocsin;

import org.jspecify.annotations.NullMarked;
