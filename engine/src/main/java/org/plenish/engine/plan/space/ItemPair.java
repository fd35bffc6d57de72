package org.plenish.engine.plan.space;

import org.plenish.engine.model.ItemId;

/**
 * Two articles that customers buy together more often than chance has it.
 *
 * @param rank from 1: most baskets beyond chance first
 * @param baskets with both
 * @param firstBaskets with {@code first}; no fewer than {@code secondBaskets}
 * @param secondBaskets with {@code second}
 * @param support share of all baskets with both
 * @param confidence share of the baskets with {@code second} that have {@code first} too
 * @param lift baskets with both by those that chance would have: above 1
 */
public record ItemPair(
        int rank,
        ItemId first,
        ItemId second,
        int baskets,
        int firstBaskets,
        int secondBaskets,
        double support,
        double confidence,
        double lift) {}
