package org.plenish.rules.table;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plenish.rules.condition.Choices;
import org.plenish.rules.condition.Domain;
import org.plenish.rules.condition.Intervals;
import org.plenish.rules.vocabulary.Kind;
import org.plenish.rules.vocabulary.Word;

/**
 * A condition cell: one value, several ({@code A|B}), all but some ({@code not A|B}), {@code unknown}; of numbers and dates also
 * {@code 30..90} (90 is outside), {@code < 30}, {@code <= 30}, {@code > 30}, {@code >= 30}. An empty cell is no condition.
 */
final class Cell {

    private static final String TO = "..";
    private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)\\s*(\\S+)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,15})?");
    private static final String NOT = "not ";
    private static final String UNKNOWN = "unknown";

    private final Word word;

    private Cell(Word word) {
        this.word = word;
    }

    /** @throws IllegalArgumentException if the cell is no condition on this word, or one that can never hold */
    static Domain parse(Word word, String cell) {
        Domain wanted = new Cell(word).wanted(cell);
        Domain possible = wanted.intersect(word.everything());
        if (possible.isEmpty()) {
            throw new IllegalArgumentException(cell + " can never be: " + word.path() + " is "
                    + word.everything().describe() + ".");
        }
        return possible;
    }

    private Domain wanted(String cell) {
        if (cell.startsWith(NOT)) {
            return word.everything().minus(anyOf(cell.substring(NOT.length())));
        }
        return anyOf(cell);
    }

    private Domain anyOf(String cell) {
        List<String> parts =
                Arrays.stream(cell.split("\\|", -1)).map(String::strip).toList();
        if (word.kind().isOrdered()) {
            Intervals all = new Intervals(List.of(), false, word.intervals());
            for (String part : parts) {
                all = all.or(part.equals(UNKNOWN) ? all.orUnknown() : interval(part));
            }
            return all;
        }
        List<Object> values = new ArrayList<>();
        boolean unknown = false;
        for (String part : parts) {
            if (part.equals(UNKNOWN)) {
                unknown = true;
            } else {
                values.add(choice(part));
            }
        }
        return new Choices(Domain.of(values).values(), false, unknown);
    }

    private Object choice(String part) {
        if (part.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is nothing beside a |. Leave the cell empty to accept any value.");
        }
        return switch (word.kind()) {
            case TEXT -> part;
            case YES_NO -> {
                if (!part.equals("true") && !part.equals("false")) {
                    throw notAllowed(part);
                }
                yield Boolean.valueOf(part);
            }
            default ->
                Arrays.stream(word.type().getEnumConstants())
                        .filter(constant -> constant.toString().equals(part))
                        .findFirst()
                        .orElseThrow(() -> notAllowed(part));
        };
    }

    private IllegalArgumentException notAllowed(String part) {
        return new IllegalArgumentException(part + " must be " + word.allowed() + ".");
    }

    private Intervals interval(String part) {
        Matcher comparison = COMPARISON.matcher(part);
        if (comparison.matches()) {
            double bound = number(comparison.group(2), part);
            return switch (comparison.group(1)) {
                case "<" -> Intervals.below(bound, word.intervals());
                case "<=" -> Intervals.atMost(bound, word.intervals());
                case ">" -> Intervals.above(bound, word.intervals());
                default -> Intervals.atLeast(bound, word.intervals());
            };
        }
        int to = part.indexOf(TO);
        if (to > 0) {
            double low = number(part.substring(0, to).strip(), part);
            double high = number(part.substring(to + TO.length()).strip(), part);
            if (high <= low) {
                throw new IllegalArgumentException(part + " must go from a smaller to a larger value.");
            }
            return Intervals.between(low, Math.nextDown(high), word.intervals());
        }
        double number = number(part, part);
        return Intervals.between(number, number, word.intervals());
    }

    private double number(String text, String part) {
        if (word.kind() == Kind.DAY) {
            try {
                return Domain.number(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        part + " must be a date such as 2026-11-23, a range such as 2026-11-01..2026-12-01 (its end is"
                                + " outside), or < 2026-11-23.",
                        e);
            }
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    part + " must be a number, a range such as 30..90 (90 is outside), or < 30.");
        }
        return Double.parseDouble(text);
    }
}
