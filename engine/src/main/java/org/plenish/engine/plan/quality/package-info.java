/**
 * What looks wrong in the data that a plan was made from, and which records are worth counting. Facts and formulas, no
 * judgement of rules: nothing here changes a plan.
 */
@NullMarked
package org.plenish.engine.plan.quality;

import org.jspecify.annotations.NullMarked;
