package org.plenish.web.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.plan.scenario.Measure.Unit;
import org.plenish.web.scenario.ScenarioResult.Column;
import org.plenish.web.scenario.ScenarioResult.Figure;
import org.plenish.web.scenario.ScenarioResult.Period;
import org.plenish.web.shared.Figures;

/** Scenarios beside the base of the first that is planned. */
public record Comparison(List<Entry> entries) {

    public Comparison {
        entries = List.copyOf(entries);
    }

    /**
     * One scenario.
     *
     * @param name unlike all others of the comparison
     * @param run its latest; null: it was never run
     * @param result null unless that has finished
     * @param futures null unless they are worked out
     * @param awaited whether they are to come in a moment
     */
    public record Entry(
            StoredScenario scenario,
            String name,
            @Nullable ScenarioRun run,
            @Nullable ScenarioResult result,
            @Nullable ScenarioFutures futures,
            boolean awaited) {

        public boolean isOpen() {
            return run != null && run.isOpen();
        }

        /** Whether what is shown is of the scenario as it was before. */
        public boolean isOutdated() {
            return run != null && !run.isOf(scenario);
        }
    }

    /**
     * A line of the table of figures.
     *
     * @param cells of the scenarios that are planned
     */
    public record Row(String id, String label, String base, List<Cell> cells) {}

    /** @param change against the base, with its sign; empty where there is none */
    public record Cell(String value, String change) {}

    /** A bucket; a scenario without a value for it has null. */
    public record PeriodRow(LocalDate start, @Nullable Double base, List<@Nullable Double> values) {}

    public List<Entry> planned() {
        return entries.stream().filter(entry -> entry.result() != null).toList();
    }

    /** Whether a page that shows it is to be looked at again. */
    public boolean isOpen() {
        return entries.stream().anyMatch(entry -> entry.isOpen() || entry.awaited());
    }

    /** What may happen to those for which that is worked out. */
    public FutureComparison futures() {
        return new FutureComparison(
                planned().stream().filter(entry -> entry.futures() != null).toList(), figures());
    }

    public boolean isAwaitingFutures() {
        return entries.stream().anyMatch(Entry::awaited);
    }

    /** Of the address, to ask for the same again. */
    public String query() {
        return entries.stream()
                .map(entry -> "scenario=" + entry.scenario().id())
                .collect(Collectors.joining("&"));
    }

    /** Null until one is planned. */
    public @Nullable ScenarioResult first() {
        return planned().stream().map(Entry::result).findFirst().orElse(null);
    }

    /** Whether they do not all stand beside the same base. */
    public boolean isOfSeveralBases() {
        return results().stream().map(ScenarioResult::baseKey).distinct().count() > 1;
    }

    private List<ScenarioResult> results() {
        return planned().stream()
                .map(entry -> Objects.requireNonNull(entry.result()))
                .toList();
    }

    private Figures figures() {
        ScenarioResult first = first();
        return new Figures(first == null ? "EUR" : first.currency());
    }

    public List<Row> rows() {
        ScenarioResult first = first();
        if (first == null) {
            return List.of();
        }
        Map<String, Figure> base = byId(first.base());
        Map<String, Figure> all = new LinkedHashMap<>(base);
        results().forEach(result -> byId(result.scenario()).forEach(all::putIfAbsent));
        List<Row> rows = new ArrayList<>();
        all.forEach((id, any) -> rows.add(new Row(
                id,
                any.label(),
                text(base.get(id)),
                results().stream()
                        .map(result -> cell(
                                byId(result.scenario()).get(id),
                                byId(result.base()).get(id)))
                        .toList())));
        return rows;
    }

    /** The figures that a person decides by. */
    public List<Row> keyRows() {
        List<String> ids = List.of(
                "cost",
                "service_level",
                "fill_rate",
                "stockouts",
                "average_stock",
                "purchases_now",
                "purchases_later",
                "purchase_orders",
                "transfers",
                "cash_use",
                "obsolescence_provision",
                "limits_not_kept");
        return rows().stream().filter(row -> ids.contains(row.id())).toList();
    }

    private static Map<String, Figure> byId(Column column) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        column.figures().forEach(figure -> figures.put(figure.id(), figure));
        return figures;
    }

    private Cell cell(@Nullable Figure figure, @Nullable Figure base) {
        Double value = figure == null ? null : figure.value();
        Double was = base == null ? null : base.value();
        if (figure == null || value == null || was == null) {
            return new Cell(text(figure), "");
        }
        double change = value - was;
        String size = text(figure.unit(), Math.abs(change));
        return new Cell(text(figure), size.equals(text(figure.unit(), 0)) ? "" : (change < 0 ? "−" : "+") + size);
    }

    private String text(@Nullable Figure figure) {
        Double value = figure == null ? null : figure.value();
        return figure == null || value == null ? "–" : text(figure.unit(), value);
    }

    private String text(Unit unit, double value) {
        return switch (unit) {
            case CURRENCY -> figures().wholeMoney(value);
            case PERCENT -> figures().percent(value / 100);
            case COUNT -> figures().units(Math.round(value));
        };
    }

    public List<PeriodRow> stock() {
        return periods(Period::stock);
    }

    public List<PeriodRow> cash() {
        return periods(Period::cashCommitted);
    }

    public boolean hasCash() {
        return cash().stream()
                .anyMatch(row -> row.base() != null || row.values().stream().anyMatch(Objects::nonNull));
    }

    private List<PeriodRow> periods(Function<Period, @Nullable Double> value) {
        ScenarioResult first = first();
        if (first == null) {
            return List.of();
        }
        TreeSet<LocalDate> starts = new TreeSet<>();
        results().forEach(result -> result.scenario().periods().forEach(period -> starts.add(period.start())));
        first.base().periods().forEach(period -> starts.add(period.start()));
        return starts.stream()
                .map(start -> new PeriodRow(
                        start,
                        at(first.base(), start, value),
                        results().stream()
                                .map(result -> at(result.scenario(), start, value))
                                .collect(Collectors.toCollection(ArrayList::new))))
                .toList();
    }

    private static @Nullable Double at(Column column, LocalDate start, Function<Period, @Nullable Double> value) {
        return column.periods().stream()
                .filter(period -> period.start().equals(start))
                .findFirst()
                .map(value)
                .orElse(null);
    }

    /** Of a figure, such as {@code cost}; null if the plan has none. */
    public static @Nullable Double figure(Column column, String id) {
        Figure figure = byId(column).get(id);
        return figure == null ? null : figure.value();
    }
}
