/** Measures the engine on data with known ends, beside what other programs gave on the same. */
@NullMarked
package org.plenish.benchmarks;

import org.jspecify.annotations.NullMarked;
