/** What looks wrong in the data of the current plan, and which stock records are worth counting. */
@NullMarked
package org.plenish.web.quality;

import org.jspecify.annotations.NullMarked;
