package org.plenish.web.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table that is exported.
 *
 * @param name of the file, without its extension
 */
public record Table<R>(String name, List<Column<R>> columns) {

    private static final int DECIMALS = 6;
    private static final int DECIMALS_OF_MONEY = 2;

    /**
     * @param name as in the files that the engine reads and writes: {@code unit_cost}
     * @param value of a row: a {@link String}, {@link BigDecimal} or {@link LocalDate}; null: an empty cell
     */
    public record Column<R>(String name, Function<R, @Nullable Object> value) {}

    public Table {
        columns = List.copyOf(columns);
    }

    public static <R> Table<R> named(String name) {
        return new Table<>(name, List.of());
    }

    public Table<R> text(String column, Function<R, @Nullable String> value) {
        return with(column, value::apply);
    }

    /** The constant's name in lower case, as the engine's files have it; null, not a constant, is an empty cell. */
    public Table<R> word(String column, Function<R, @Nullable String> value) {
        return with(column, row -> {
            String word = value.apply(row);
            return word == null ? null : word.toLowerCase(Locale.ROOT);
        });
    }

    public Table<R> date(String column, Function<R, @Nullable LocalDate> value) {
        return with(column, value::apply);
    }

    /** What is not a finite number is an empty cell; fractions are rounded to six decimals. */
    public Table<R> number(String column, Function<R, @Nullable Number> value) {
        return with(column, row -> number(value.apply(row), 0));
    }

    /** Exact, with two decimals or as many as it has. */
    public Table<R> money(String column, Function<R, @Nullable BigDecimal> value) {
        return with(column, row -> number(value.apply(row), DECIMALS_OF_MONEY));
    }

    private Table<R> with(String column, Function<R, @Nullable Object> value) {
        return new Table<>(
                name,
                Stream.concat(columns.stream(), Stream.of(new Column<>(column, value)))
                        .toList());
    }

    private static @Nullable BigDecimal number(@Nullable Number number, int decimals) {
        if (number == null || !Double.isFinite(number.doubleValue())) {
            return null;
        }
        BigDecimal exact = number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
        BigDecimal rounded = exact.scale() > DECIMALS ? exact.setScale(DECIMALS, RoundingMode.HALF_EVEN) : exact;
        BigDecimal stripped = rounded.stripTrailingZeros();
        return stripped.setScale(Math.max(decimals, stripped.scale()));
    }
}
