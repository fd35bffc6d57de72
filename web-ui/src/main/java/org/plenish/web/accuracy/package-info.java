/** How good the forecasts are, and what they add over repeating the last bucket. */
@NullMarked
package org.plenish.web.accuracy;

import org.jspecify.annotations.NullMarked;
