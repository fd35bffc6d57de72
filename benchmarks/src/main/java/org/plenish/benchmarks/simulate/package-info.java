/** How fast a plan's futures are sampled, and what they say of the plan. */
@NullMarked
package org.plenish.benchmarks.simulate;

import org.jspecify.annotations.NullMarked;
