package org.plenish.rules.condition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Values that are numbers or days.
 *
 * @param parts disjoint, ascending, none empty
 * @param unknown "not known" belongs to it
 */
public record Intervals(List<Part> parts, boolean unknown, Kind kind) implements Domain {

    /** Of what the numbers are. */
    public enum Kind {
        REAL,
        WHOLE,
        /** As days since 1970-01-01. */
        DAY
    }

    /** From {@code low} to {@code high}, both inside; "below 5" ends at the largest number below 5. */
    public record Part(double low, double high) {}

    public Intervals {
        parts = List.copyOf(parts);
    }

    /** Values from {@code low} to {@code high}, both inside and neither NaN; of whole numbers, those between. */
    public static Intervals between(double low, double high, Kind kind) {
        double from = kind == Kind.REAL ? low : Math.ceil(low);
        double to = kind == Kind.REAL ? high : Math.floor(high);
        return new Intervals(from <= to ? List.of(new Part(from, to)) : List.of(), false, kind);
    }

    public static Intervals below(double bound, Kind kind) {
        return between(Double.NEGATIVE_INFINITY, Math.nextDown(bound), kind);
    }

    public static Intervals atMost(double bound, Kind kind) {
        return between(Double.NEGATIVE_INFINITY, bound, kind);
    }

    public static Intervals above(double bound, Kind kind) {
        return between(Math.nextUp(bound), Double.POSITIVE_INFINITY, kind);
    }

    public static Intervals atLeast(double bound, Kind kind) {
        return between(bound, Double.POSITIVE_INFINITY, kind);
    }

    /** All numbers, known. */
    public static Intervals all(Kind kind) {
        return between(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, kind);
    }

    public Intervals orUnknown() {
        return new Intervals(parts, true, kind);
    }

    /** The same and the others. */
    public Intervals or(Intervals other) {
        Intervals added = other.minus(this);
        List<Part> all = new ArrayList<>(parts);
        all.addAll(added.parts);
        all.sort(java.util.Comparator.comparingDouble(Part::low));
        return new Intervals(all, unknown || other.unknown, kind);
    }

    @Override
    public boolean contains(@Nullable Object value) {
        double number = numberOf(value);
        if (Double.isNaN(number)) {
            return unknown;
        }
        for (Part part : parts) {
            if (number >= part.low && number <= part.high) {
                return true;
            }
        }
        return false;
    }

    private static double numberOf(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return value instanceof LocalDate day ? day.toEpochDay() : Double.NaN;
    }

    @Override
    public boolean isEmpty() {
        return parts.isEmpty() && !unknown;
    }

    @Override
    public Intervals intersect(Domain other) {
        Intervals that = (Intervals) other;
        List<Part> met = new ArrayList<>();
        for (Part one : parts) {
            for (Part two : that.parts) {
                double low = Math.max(one.low, two.low);
                double high = Math.min(one.high, two.high);
                if (low <= high) {
                    met.add(new Part(low, high));
                }
            }
        }
        return new Intervals(met, unknown && that.unknown, kind);
    }

    @Override
    public Intervals minus(Domain other) {
        Intervals that = (Intervals) other;
        List<Part> left = new ArrayList<>(parts);
        for (Part taken : that.parts) {
            List<Part> next = new ArrayList<>();
            for (Part part : left) {
                if (taken.high < part.low || taken.low > part.high) {
                    next.add(part);
                    continue;
                }
                if (part.low < taken.low) {
                    next.add(new Part(part.low, before(taken.low)));
                }
                if (part.high > taken.high) {
                    next.add(new Part(after(taken.high), part.high));
                }
            }
            left = next;
        }
        return new Intervals(left, unknown && !that.unknown, kind);
    }

    private double before(double number) {
        return kind == Kind.REAL || Double.isInfinite(number) ? Math.nextDown(number) : number - 1;
    }

    private double after(double number) {
        return kind == Kind.REAL || Double.isInfinite(number) ? Math.nextUp(number) : number + 1;
    }

    @Override
    public String describe() {
        StringJoiner text = new StringJoiner(", or ");
        for (Part part : parts) {
            text.add(describe(part));
        }
        if (unknown) {
            text.add("not known");
        }
        return text.toString();
    }

    private String describe(Part part) {
        if (part.low == part.high) {
            return number(part.low);
        }
        if (part.low == Double.NEGATIVE_INFINITY && part.high == Double.POSITIVE_INFINITY) {
            return "any";
        }
        String from = part.low == Double.NEGATIVE_INFINITY
                ? ""
                : isRounder(Math.nextDown(part.low), part.low)
                        ? "above " + number(Math.nextDown(part.low))
                        : number(part.low) + " or more";
        String to = part.high == Double.POSITIVE_INFINITY
                ? ""
                : isRounder(Math.nextUp(part.high), part.high)
                        ? "below " + number(Math.nextUp(part.high))
                        : number(part.high) + " or less";
        return from.isEmpty() || to.isEmpty() ? from + to : from + " and " + to;
    }

    /** A bound that is not written but follows from "below 5" has many digits, and its neighbour few. */
    private boolean isRounder(double neighbour, double bound) {
        return kind == Kind.REAL
                && Double.toString(neighbour).length() < Double.toString(bound).length();
    }

    private String number(double number) {
        if (kind == Kind.DAY && Math.abs(number) < 1e7) {
            return LocalDate.ofEpochDay((long) number).toString();
        }
        return Double.isInfinite(number)
                ? (number > 0 ? "infinite" : "minus infinite")
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
