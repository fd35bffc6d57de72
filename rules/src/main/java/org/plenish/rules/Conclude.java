package org.plenish.rules;

import java.util.function.IntConsumer;

/** What a compiled rule says {@code conclude} to: that it holds. What it concludes stands in the tree of its file. */
public final class Conclude {

    private final IntConsumer fired;

    Conclude(IntConsumer fired) {
        this.fired = fired;
    }

    /** @param rule its number in the book */
    public void fire(int rule) {
        fired.accept(rule);
    }

    /** Answers that are numbers or yes and no, as facts; answers that are words are facts themselves. */
    public record StopBuy(boolean value) {}

    public record LastTimeBuyDays(int value) {}

    public record ProvisionRate(double value) {}

    public record ServiceTarget(double value) {}

    public record SafetyStockCoverDays(int value) {}

    public record SeasonalBuildDays(int value) {}

    public record ReviewDays(int value) {}

    public record OrderCoverDays(int value) {}
}
