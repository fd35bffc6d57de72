/** One planning run from a dataset to explained proposals, and what it is worth. */
@NullMarked
package org.plenish.engine.plan;

import org.jspecify.annotations.NullMarked;
