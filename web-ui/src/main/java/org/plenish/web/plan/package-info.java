/** The page of the plan: what it is worth, its limits and what a person should look at. */
@NullMarked
package org.plenish.web.plan;

import org.jspecify.annotations.NullMarked;
