/**
 * What the stock of a plan is worth, how it turns and what it earns, by warehouse, category and ABC class. {@code
 * StockFigures} adds up; each ratio is a method of it and says its formula, so a page and a file show the same number.
 */
@NullMarked
package org.plenish.engine.plan.value;

import org.jspecify.annotations.NullMarked;
