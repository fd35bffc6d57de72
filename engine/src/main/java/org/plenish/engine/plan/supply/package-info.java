/**
 * Suppliers as a plan and their deliveries show them: what is bought from whom, what only one of them has, what their lead
 * times cost in safety stock, and how they have kept their word.
 */
@NullMarked
package org.plenish.engine.plan.supply;

import org.jspecify.annotations.NullMarked;
