/**
 * Suppliers: what is on order with them, how they have kept their word, what is spent, and what depends on them. What
 * follows from a plan is stored with it; what people book of our orders is read as it is.
 */
@NullMarked
package org.plenish.web.supplier;

import org.jspecify.annotations.NullMarked;
