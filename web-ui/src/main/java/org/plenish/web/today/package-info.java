/** What needs a person today, and the next step of each. */
@NullMarked
package org.plenish.web.today;

import org.jspecify.annotations.NullMarked;
