package org.plenish.web.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.simulate.backtest.BacktestReport;
import org.plenish.engine.simulate.backtest.Figures;
import org.plenish.engine.simulate.backtest.Outcome;
import org.plenish.engine.simulate.backtest.Outcome.Part;
import org.plenish.engine.simulate.backtest.SimplePolicy;
import org.plenish.web.backtest.BacktestResult.Column;
import org.plenish.web.backtest.BacktestResult.Decided;
import org.plenish.web.backtest.BacktestResult.EqualFillRate;
import org.plenish.web.backtest.BacktestResult.Figure;
import org.plenish.web.backtest.BacktestResult.Line;
import org.plenish.web.backtest.BacktestResult.OfClass;
import org.plenish.web.backtest.BacktestResult.Period;
import org.plenish.web.backtest.BacktestResult.Unit;
import org.plenish.web.backtest.BacktestResult.Who;

/** Takes from a backtest's report what is kept of it. */
final class ResultOf {

    private static final int MOST_LINES = 1_000;

    private final BacktestReport report;
    private final boolean changedBook;

    private ResultOf(BacktestReport report, boolean changedBook) {
        this.report = report;
        this.changedBook = changedBook;
    }

    /** @param changedBook whether the second outcome is of a changed rule book */
    static BacktestResult report(BacktestReport report, Dataset dataset, boolean changedBook) {
        return new ResultOf(report, changedBook).result(dataset);
    }

    private BacktestResult result(Dataset dataset) {
        List<Column> columns = new ArrayList<>();
        for (Outcome outcome : report.shown()) {
            columns.add(column(who(outcome), outcome));
        }
        return new BacktestResult(
                report.dataset().name(),
                report.dataset().currency(),
                report.buckets().start(),
                report.buckets().end(),
                report.buckets().size(),
                report.locations(),
                report.withoutNotes(),
                report.notBought(),
                report.neverKnown(),
                report.happenedLocations(),
                report.correctedDemand(),
                report.corrections(),
                columns,
                report.atEqualFillRate().stream().map(this::equal).toList(),
                lines(dataset));
    }

    private Who who(Outcome outcome) {
        int at = report.outcomes().indexOf(outcome);
        if (!report.knowsOrders(outcome)) {
            return Who.HAPPENED;
        }
        if (at == 0) {
            return Who.STANDING;
        }
        return at == 1 && changedBook ? Who.CHANGED : of(kind(outcome.name()));
    }

    private static SimplePolicy.Kind kind(String word) {
        for (SimplePolicy.Kind kind : SimplePolicy.Kind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new IllegalStateException(word + " must be a simple policy, but is none.");
    }

    private static Who of(SimplePolicy.Kind kind) {
        return switch (kind) {
            case MIN_MAX -> Who.MIN_MAX;
            case TWO_WEEKS -> Who.TWO_WEEKS;
        };
    }

    private Column column(Who who, Outcome outcome) {
        boolean ordersKnown = report.knowsOrders(outcome);
        return new Column(
                who,
                outcome.description(),
                figures(outcome.total(), ordersKnown),
                outcome.byClass().entrySet().stream()
                        .map(entry -> new OfClass(entry.getKey().name(), figures(entry.getValue(), ordersKnown)))
                        .toList(),
                IntStream.range(0, report.buckets().count())
                        .mapToObj(bucket -> period(outcome.byBucket().get(bucket), bucket, ordersKnown))
                        .toList());
    }

    private Period period(Figures figures, int bucket, boolean ordersKnown) {
        return new Period(
                report.buckets().start(bucket),
                known(figures.fillRate()),
                figures.averageStockValue(report.buckets().days(bucket)),
                ordersKnown ? (Double) figures.cost().total() : null);
    }

    private List<Figure> figures(Part part, boolean ordersKnown) {
        Figures figures = part.figures();
        Figures.Cost cost = figures.cost();
        long days = report.calendarDays();
        double unknown = Double.NaN;
        return List.of(
                figure("cycle_service", Unit.SHARE, ordersKnown ? part.service().cycleService() : unknown),
                figure("days_in_stock", Unit.SHARE, part.service().readyRate()),
                figure("fill_rate", Unit.SHARE, figures.fillRate()),
                figure("demand_units", Unit.COUNT, (double) figures.demandUnits()),
                figure("lost_units", Unit.COUNT, (double) figures.lostUnits()),
                figure("lost_margin", Unit.MONEY, figures.lostMargin()),
                figure("average_stock_units", Unit.COUNT, figures.averageStockUnits(days)),
                figure("average_stock", Unit.MONEY, figures.averageStockValue(days)),
                figure("turns", Unit.NUMBER, figures.turnsPerYear()),
                figure("dead_stock", Unit.MONEY, figures.deadStockValue()),
                figure("purchase_orders", Unit.COUNT, ordersKnown ? figures.orders() : unknown),
                figure("order_lines", Unit.COUNT, ordersKnown ? (double) figures.orderLines() : unknown),
                figure("holding", Unit.MONEY, cost.holding()),
                figure("ordering", Unit.MONEY, ordersKnown ? cost.order() : unknown),
                figure("purchase", Unit.MONEY, ordersKnown ? cost.purchase() : unknown),
                figure("shortage", Unit.MONEY, cost.shortage()),
                figure("obsolescence", Unit.MONEY, cost.obsolescence()),
                figure("total_cost", Unit.MONEY, ordersKnown ? cost.total() : unknown));
    }

    private static Figure figure(String id, Unit unit, double value) {
        return new Figure(id, unit, known(value));
    }

    private static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private EqualFillRate equal(BacktestReport.EqualFillRate one) {
        return new EqualFillRate(
                of(one.policy().kind()),
                one.policy().description(),
                one.reached(),
                known(one.figures().fillRate()),
                one.figures().averageStockValue(report.calendarDays()),
                one.figures().cost().total());
    }

    private List<Line> lines(Dataset dataset) {
        Map<SkuLocation, Part> standing = report.outcomes().get(0).byLocation();
        Map<SkuLocation, Part> changed = changedBook ? report.outcomes().get(1).byLocation() : Map.of();
        Comparator<Line> farthest = Comparator.comparingDouble(line ->
                changedBook ? -Math.abs(line.costChange()) : -line.standing().cost());
        return standing.entrySet().stream()
                .map(entry -> line(dataset, entry.getKey(), entry.getValue(), changed.get(entry.getKey())))
                .sorted(farthest.thenComparing(Line::item).thenComparing(Line::warehouse))
                .limit(MOST_LINES)
                .toList();
    }

    private static Line line(Dataset dataset, SkuLocation location, Part standing, @Nullable Part changed) {
        Item item = dataset.item(location.item());
        return new Line(
                location.item().value(),
                item.description(),
                location.warehouse().value(),
                decided(standing),
                changed == null ? null : decided(changed));
    }

    private static Decided decided(Part part) {
        Figures figures = part.figures();
        return new Decided(
                known(figures.fillRate()),
                figures.days() == 0 ? 0 : figures.averageStockValue(figures.days()),
                figures.cost().total());
    }
}
