/** Runs that start by themselves, at times that people set. */
@NullMarked
package org.plenish.web.run.schedule;

import org.jspecify.annotations.NullMarked;
