/**
 * Decision tables: typed cells, read from CSV or Excel files. A cell is parsed into a set of values and compared in Java; it
 * never becomes code, not even a literal of code, so there is nothing that a cell could break out of.
 */
@NullMarked
package org.plenish.rules.table;

import org.jspecify.annotations.NullMarked;
