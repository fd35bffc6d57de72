/** How quickly rule books decide. */
@NullMarked
package org.plenish.benchmarks.rules;

import org.jspecify.annotations.NullMarked;
