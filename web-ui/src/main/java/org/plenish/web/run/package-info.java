/** Runs the planning in the background, keeps its progress and stores the plan it made. */
@NullMarked
package org.plenish.web.run;

import org.jspecify.annotations.NullMarked;
