/**
 * The decomposition: what each article would do alone at given prices of the shared limits; lower bound and prices.
 *
 * <p>Space, cash, order headers, supplier minimums, trucks and transfers couple SKUs and warehouses; priced, every SKU
 * and warehouse is a lot-sizing problem of its own, solved exactly in packs ({@code SiteLotSizing}). Its states need no
 * coarsening up to 20,000 of them, as a period costs one pass over the states; beyond that a site adds nothing to the
 * bound, less the most that prices could let it earn. What is paid once for many is a setup whose users pay shares
 * ({@code Setups}); units change hands between warehouses at prices that each SKU improves by a bundle method of its own
 * ({@code Handovers}), which costs no more than a few lot sizings and needs no linear program: a common master program
 * over all SKUs would be the slowest part. {@code DualAscent} raises the bound; where warehouses that lanes connect are too
 * many for that, {@code PooledBound} takes each SKU's as one; where sites are few, {@code BranchAndBound} parts all plans until
 * little is left to prove. {@code Assembly} turns the articles' own
 * plans into one that keeps the limits.
 */
@NullMarked
package org.plenish.engine.optimize.pricing;

import org.jspecify.annotations.NullMarked;
