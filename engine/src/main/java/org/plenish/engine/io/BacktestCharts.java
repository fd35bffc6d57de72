package org.plenish.engine.io;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.plenish.engine.simulate.backtest.BacktestReport;
import org.plenish.engine.simulate.backtest.Figures;

/** The charts of a backtest's page. */
record BacktestCharts(BacktestReport report, HtmlText html) {

    private static final List<String> COST_PARTS = List.of("Holding", "Orders", "Purchase", "Shortage", "Obsolescence");

    void costs() {
        html.raw("<h2>Cost by its parts</h2>\n");
        html.raw(SvgChart.bars(
                "Cost by its parts",
                COST_PARTS,
                report.outcomes().stream()
                        .map(outcome -> new SvgChart.Bar(
                                outcome.name(), parts(outcome.total().figures().cost())))
                        .toList(),
                "%,.0f"));
    }

    void overTime() {
        List<String> labels = IntStream.range(0, report.buckets().count())
                .mapToObj(b -> report.buckets().start(b).toString())
                .toList();
        List<SvgChart.Line> fill = lines((figures, days) -> figures.fillRate());
        List<SvgChart.Line> stock = lines(Figures::averageStockValue);
        html.raw("<h2>Fill rate by bucket</h2>\n")
                .raw(SvgChart.lines(
                        "Fill rate by bucket",
                        labels,
                        fill.stream()
                                .map(line -> new SvgChart.Line(
                                        line.name(),
                                        Arrays.stream(line.values())
                                                .map(share -> 100 * share)
                                                .toArray()))
                                .toList(),
                        Math.floor(10 * least(fill)) * 10,
                        100,
                        "%.0f %%"));
        html.raw("<h2>Stock value by bucket</h2>\n")
                .raw(SvgChart.lines("Stock value by bucket", labels, stock, 0, most(stock), "%,.0f"));
        html.paragraph("The same figures stand in by_bucket.csv, those of each item in by_item.csv.");
    }

    @FunctionalInterface
    private interface OverTime {
        double value(Figures figures, long bucketDays);
    }

    private List<SvgChart.Line> lines(OverTime value) {
        return report.shown().stream()
                .map(outcome -> new SvgChart.Line(
                        outcome.name(),
                        IntStream.range(0, report.buckets().count())
                                .mapToDouble(b -> value.value(
                                        outcome.byBucket().get(b),
                                        report.buckets().days(b)))
                                .toArray()))
                .toList();
    }

    private static double least(List<SvgChart.Line> lines) {
        return finite(lines).min().orElse(0);
    }

    private static double most(List<SvgChart.Line> lines) {
        return finite(lines).max().orElse(1);
    }

    private static DoubleStream finite(List<SvgChart.Line> lines) {
        return lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.values()))
                .filter(Double::isFinite);
    }

    private static double[] parts(Figures.Cost cost) {
        return new double[] {cost.holding(), cost.order(), cost.purchase(), cost.shortage(), cost.obsolescence()};
    }
}
