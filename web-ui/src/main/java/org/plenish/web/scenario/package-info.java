/** What-ifs of people: written, run beside the base, compared, and made the plan. */
@NullMarked
package org.plenish.web.scenario;

import org.jspecify.annotations.NullMarked;
