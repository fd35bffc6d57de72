package org.plenish.engine.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a line is worth, all else of the plan staying as it is, in numbers and sentences. Costs are in currency units;
 * negative: a saving.
 *
 * @param summary what the line is for, and its margin, in one sentence
 * @param margin what one pack more and one pack less would cost, in one sentence
 * @param more one pack more
 * @param less one pack less; the whole line where it is a single pack
 * @param leftOut without the line, nothing in its place
 * @param runnerUp the cheapest other way found that keeps the limits; null if none keeps them
 */
public record Economics(
        String summary,
        String margin,
        Change more,
        Change less,
        Change leftOut,
        @Nullable OtherWay runnerUp) {

    /** What is told where no other way keeps the limits. */
    public static final String NO_OTHER_WAY = "No other way was found that keeps the limits.";

    /** In one sentence. */
    public String runnerUpText() {
        return runnerUp == null ? NO_OTHER_WAY : runnerUp.text();
    }

    /**
     * @param units by which the line's quantity changes, signed
     * @param cost by which the plan's cost changes
     * @param parts of {@code cost}, greatest change first
     * @param obstacles what forbids it, in words; empty if it keeps every limit
     * @param text such as "would cost 1.80 EUR, mostly of holding"
     */
    public record Change(int units, double cost, List<Part> parts, List<String> obstacles, String text) {

        public Change {
            parts = List.copyOf(parts);
            obstacles = List.copyOf(obstacles);
        }
    }

    /**
     * @param text what would be done instead, and what it costs, in one sentence
     * @param cost by which the plan's cost changes
     */
    public record OtherWay(String text, double cost, List<Part> parts) {

        public OtherWay {
            parts = List.copyOf(parts);
        }
    }

    /** @param name as in {@code summary.json}: {@code holding}, {@code shortage}, {@code below_safety_stock}, … */
    public record Part(String name, double amount) {

        String inWords() {
            return switch (name) {
                case "below_safety_stock" -> "stock below safety stock";
                case "order" -> "order costs";
                case "transfer" -> "transport";
                case "purchase" -> "purchase price";
                default -> name;
            };
        }
    }
}
