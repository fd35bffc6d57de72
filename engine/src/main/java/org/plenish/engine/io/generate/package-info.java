/**
 * Makes datasets: from sales alone, by filling in what they do not tell, or from nothing, for load tests and the
 * sample. Everything is drawn from the seed and the name of what is drawn for, so one more item leaves the others as
 * they were.
 */
@NullMarked
package org.plenish.engine.io.generate;

import org.jspecify.annotations.NullMarked;
