package org.plenish.web.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plenish.web.backtest.BacktestResult.Column;
import org.plenish.web.backtest.BacktestResult.Figure;
import org.plenish.web.backtest.BacktestResult.Line;
import org.plenish.web.backtest.BacktestResult.OfClass;
import org.plenish.web.backtest.BacktestResult.Period;
import org.plenish.web.backtest.BacktestResult.Unit;
import org.plenish.web.backtest.BacktestResult.Who;
import org.plenish.web.shared.Figures;

/** A backtest's findings as its page shows them. */
public record BacktestView(BacktestResult result, Figures money) {

    private static final int LINES_A_PAGE = 25;
    private static final List<String> COST_PARTS =
            List.of("holding", "ordering", "purchase", "shortage", "obsolescence");

    static BacktestView of(BacktestResult result) {
        return new BacktestView(result, new Figures(result.currency()));
    }

    /** A line of the table of figures; {@code backtest.figure.} is the prefix of its name. */
    public record Row(String id, List<Cell> cells) {}

    /** @param change against the standing rule book, with its sign; empty where there is none */
    public record Cell(String value, String change) {}

    /** A bucket, or another thing that a chart shows; null: no value. */
    public record Point(LocalDate start, List<@Nullable Double> values) {}

    /** Figures of one class under one contender. */
    public record ClassRow(String abcClass, Who who, List<String> values) {}

    public long days() {
        return result.to().toEpochDay() - result.from().toEpochDay();
    }

    public LocalDate lastDay() {
        return result.to().minusDays(1);
    }

    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Figure first : result.standing().figures()) {
            rows.add(new Row(
                    first.id(),
                    result.columns().stream().map(column -> cell(column, first)).toList()));
        }
        return rows;
    }

    private Cell cell(Column column, Figure standing) {
        Double value = column.value(standing.id());
        Double was = standing.value();
        if (value == null) {
            return new Cell(text(standing.unit(), null), "");
        }
        // What happened is known of some SKU-locations only: a difference would be one of other things.
        boolean comparable = column != result.standing()
                && (column.who() != Who.HAPPENED || result.happenedLocations() == result.locations());
        return new Cell(
                text(standing.unit(), value), comparable && was != null ? change(standing.unit(), value - was) : "");
    }

    private String change(Unit unit, double change) {
        String size = text(unit, Math.abs(change));
        return size.equals(text(unit, 0.0)) ? "" : (change < 0 ? "−" : "+") + size;
    }

    private String text(Unit unit, @Nullable Double value) {
        double number = value == null ? Double.NaN : value;
        return switch (unit) {
            case SHARE -> money.percent(number);
            case MONEY -> money.wholeMoney(number);
            case COUNT -> value == null ? money.decimal(number) : money.units(Math.round(number));
            case NUMBER -> money.decimal(number);
        };
    }

    /** The changed rule book against the standing one first, then that one against each simple policy. */
    public List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        for (Column column : result.columns()) {
            switch (column.who()) {
                case CHANGED -> verdicts.add(Verdict.of(column, result.standing(), money));
                case MIN_MAX, TWO_WEEKS -> verdicts.add(Verdict.of(result.standing(), column, money));
                case STANDING, HAPPENED -> {}
            }
        }
        return verdicts;
    }

    /** Costs are known of all but of what happened. */
    public List<Column> costed() {
        return result.columns().stream()
                .filter(column -> column.who() != Who.HAPPENED)
                .toList();
    }

    public List<String> costParts() {
        return COST_PARTS;
    }

    /** In percent, as a chart's axis has it. */
    public List<Point> fillRate() {
        return points(period -> {
            Double share = period.fillRate();
            return share == null ? null : (Double) (100 * share);
        });
    }

    public List<Point> stock() {
        return points(Period::stock);
    }

    private List<Point> points(Function<Period, @Nullable Double> value) {
        List<Period> first = result.standing().periods();
        return IntStream.range(0, first.size())
                .mapToObj(bucket -> {
                    List<@Nullable Double> values = new ArrayList<>();
                    result.columns()
                            .forEach(column ->
                                    values.add(value.apply(column.periods().get(bucket))));
                    return new Point(first.get(bucket).start(), values);
                })
                .toList();
    }

    public List<ClassRow> classes() {
        List<ClassRow> rows = new ArrayList<>();
        for (OfClass first : result.standing().byClass()) {
            for (Column column : result.columns()) {
                column.byClass().stream()
                        .filter(own -> own.abcClass().equals(first.abcClass()))
                        .forEach(own -> rows.add(new ClassRow(
                                own.abcClass(),
                                column.who(),
                                List.of(
                                        money.percent(own.value("cycle_service")),
                                        money.percent(own.value("fill_rate")),
                                        text(Unit.MONEY, own.value("average_stock")),
                                        text(Unit.NUMBER, own.value("turns")),
                                        text(Unit.MONEY, own.value("lost_margin")),
                                        text(Unit.MONEY, own.value("total_cost"))))));
            }
        }
        return rows;
    }

    public boolean hasChangedBook() {
        return result.find(Who.CHANGED).isPresent();
    }

    public boolean hasHappened() {
        return result.find(Who.HAPPENED).isPresent();
    }

    public int pages() {
        return Math.max(1, (result.lines().size() + LINES_A_PAGE - 1) / LINES_A_PAGE);
    }

    /** @param page from 1; another one is taken for the nearest there is */
    public List<Line> lines(int page) {
        int shown = within(page);
        return result.lines()
                .subList(
                        (shown - 1) * LINES_A_PAGE,
                        Math.min(shown * LINES_A_PAGE, result.lines().size()));
    }

    public int within(int page) {
        return Math.min(Math.max(1, page), pages());
    }

    /** Of all units asked for, those that were put back; 0 to 1. */
    public double addedShare() {
        long recorded = result.corrections().recordedUnits();
        return recorded == 0 ? 0 : (double) result.corrections().addedUnits() / recorded;
    }

    public double value(Column column, String id) {
        return Objects.requireNonNullElse(column.value(id), Double.NaN);
    }
}
