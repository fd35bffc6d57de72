/** The decomposition: what each article would do alone at given prices of the shared limits; lower bound and prices. */
@NullMarked
package org.plenish.engine.optimize.pricing;

import org.jspecify.annotations.NullMarked;
