/**
 * The decomposition: what each article would do alone at given prices of the shared limits; lower bound and prices.
 *
 * <p>Space, cash and order headers couple articles; priced, every SKU and warehouse is a lot-sizing problem of its own,
 * solved exactly in packs ({@code SiteLotSizing}). Its states need no coarsening up to 20,000 of them, as a period
 * costs one pass over the states; beyond that an article adds nothing to the bound. Supplier minimums are left out of
 * the bound. With transfers the bound pools the warehouses they connect, or lets them buy at the lane's cost stock
 * that no sender loses, whichever costs more ({@code TransferBound}). {@code Assembly} turns the articles' own plans into one that keeps the limits.
 */
@NullMarked
package org.plenish.engine.optimize.pricing;

import org.jspecify.annotations.NullMarked;
