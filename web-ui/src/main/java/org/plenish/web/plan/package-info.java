/** The home page: what the plan is worth, its limits and what a person should look at. */
@NullMarked
package org.plenish.web.plan;

import org.jspecify.annotations.NullMarked;
