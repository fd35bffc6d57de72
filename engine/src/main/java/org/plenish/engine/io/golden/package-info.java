/**
 * Inventory theory's worked cases as a file: reads them, has each answered by the formulas, compares. A new case type is a
 * line in its family; a new family a line in {@link GoldenCases}.
 */
@NullMarked
package org.plenish.engine.io.golden;

import org.jspecify.annotations.NullMarked;
