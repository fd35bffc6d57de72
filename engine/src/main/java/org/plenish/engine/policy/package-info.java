/** From facts to a stock policy: the profile that rules see, what they may conclude, and the calculation of the conclusions
 * in units. Rules choose, Java computes. */
@NullMarked
package org.plenish.engine.policy;

import org.jspecify.annotations.NullMarked;
