/** The formulas of replenishment, each with its source, and the projection of stock over the horizon. */
@NullMarked
package org.plenish.engine.inventory;

import org.jspecify.annotations.NullMarked;
