/**
 * The warehouses of a plan: how much room its stock takes by bucket and storage class, what comes and goes at the dock by
 * day, and what should lie where, by how often it is picked and by what is sold together.
 */
@NullMarked
package org.plenish.engine.plan.space;

import org.jspecify.annotations.NullMarked;
