/// Measures backup and restore beside the tools that everybody has, and the record of who did what.
@NullMarked
package fr.tocsin.bench.backup;

import org.jspecify.annotations.NullMarked;
