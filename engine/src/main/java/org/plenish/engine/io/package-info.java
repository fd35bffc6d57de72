/** The dataset folder in, the plan's files out. Formats are fixed by contract; every problem of an input is collected. */
@NullMarked
package org.plenish.engine.io;

import org.jspecify.annotations.NullMarked;
