/**
 * What stock is worth and what it earns, now and over time. A point is kept of every plan, by the figures of the engine's
 * {@code plan.value}, and stays when the plan goes.
 */
@NullMarked
package org.plenish.web.value;

import org.jspecify.annotations.NullMarked;
