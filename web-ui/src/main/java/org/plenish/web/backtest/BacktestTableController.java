package org.plenish.web.backtest;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.web.backtest.BacktestResult.Column;
import org.plenish.web.backtest.BacktestResult.Decided;
import org.plenish.web.backtest.BacktestResult.Figure;
import org.plenish.web.backtest.BacktestResult.Line;
import org.plenish.web.backtest.BacktestResult.Period;
import org.plenish.web.export.Table;
import org.plenish.web.export.TableDownload;
import org.plenish.web.export.TableFormats;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The tables of a backtest as files. */
@Controller
class BacktestTableController {

    private static final String ALL_CLASSES = "all";

    private static final Table<Measured> FIGURES = Table.<Measured>named("figures")
            .text("policy", row -> word(row.column()))
            .text("class", Measured::abcClass)
            .text("figure", row -> row.figure().id())
            .word("unit", row -> row.figure().unit().name())
            .number("value", row -> row.figure().value())
            .number("standing", Measured::standing)
            .number("change", Measured::change);

    private static final Table<InPeriod> PERIODS = Table.<InPeriod>named("periods")
            .text("policy", row -> word(row.column()))
            .date("period_start", row -> row.period().start())
            .number("fill_rate", row -> row.period().fillRate())
            .number("average_stock_value", row -> row.period().stock())
            .number("cost", row -> row.period().cost());

    private static final Table<Line> LINES = Table.<Line>named("lines")
            .text("item", Line::item)
            .text("description", Line::description)
            .text("warehouse", Line::warehouse)
            .number("fill_rate_standing", row -> row.standing().fillRate())
            .number("average_stock_standing", row -> row.standing().stock())
            .number("cost_standing", row -> row.standing().cost())
            .number("fill_rate_changed", row -> fillRate(row.changed()))
            .number("average_stock_changed", row -> stock(row.changed()))
            .number("cost_changed", row -> cost(row.changed()));

    private final BacktestJobs jobs;
    private final TableDownload download;

    BacktestTableController(BacktestJobs jobs, TableDownload download) {
        this.jobs = jobs;
        this.download = download;
    }

    /** @param standing the same figure of the standing rule book */
    private record Measured(
            Column column,
            String abcClass,
            Figure figure,
            @Nullable Double standing) {

        private @Nullable Double change() {
            Double value = figure.value();
            return value == null || standing == null ? null : (Double) (value - standing);
        }
    }

    private record InPeriod(Column column, Period period) {}

    @GetMapping("/backtests/{id}/figures.{format:csv|xlsx}")
    void figures(@PathVariable long id, @PathVariable String format, HttpServletResponse response) {
        BacktestResult result = jobs.result(id);
        download.send(
                "backtest-" + id + "-figures",
                FIGURES,
                () -> Stream.concat(all(result), byClass(result)),
                TableFormats.of(format),
                response);
    }

    private static Stream<Measured> all(BacktestResult result) {
        return result.columns().stream()
                .flatMap(column -> column.figures().stream()
                        .map(figure -> new Measured(
                                column, ALL_CLASSES, figure, result.standing().value(figure.id()))));
    }

    private static Stream<Measured> byClass(BacktestResult result) {
        return result.columns().stream()
                .flatMap(column -> column.byClass().stream()
                        .flatMap(own -> own.figures().stream()
                                .map(figure -> new Measured(
                                        column,
                                        own.abcClass(),
                                        figure,
                                        result.standing().byClass().stream()
                                                .filter(standing ->
                                                        standing.abcClass().equals(own.abcClass()))
                                                .findFirst()
                                                .map(standing -> standing.value(figure.id()))
                                                .orElse(null)))));
    }

    @GetMapping("/backtests/{id}/periods.{format:csv|xlsx}")
    void periods(@PathVariable long id, @PathVariable String format, HttpServletResponse response) {
        BacktestResult result = jobs.result(id);
        download.send(
                "backtest-" + id + "-periods",
                PERIODS,
                () -> result.columns().stream()
                        .flatMap(column -> column.periods().stream().map(period -> new InPeriod(column, period))),
                TableFormats.of(format),
                response);
    }

    @GetMapping("/backtests/{id}/lines.{format:csv|xlsx}")
    void lines(@PathVariable long id, @PathVariable String format, HttpServletResponse response) {
        BacktestResult result = jobs.result(id);
        download.send(
                "backtest-" + id + "-lines", LINES, () -> result.lines().stream(), TableFormats.of(format), response);
    }

    /** As the command line writes it: {@code min-max}. */
    private static String word(Column column) {
        return column.who().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable Double fillRate(@Nullable Decided decided) {
        return decided == null ? null : decided.fillRate();
    }

    private static @Nullable Double stock(@Nullable Decided decided) {
        return decided == null ? null : (Double) decided.stock();
    }

    private static @Nullable Double cost(@Nullable Decided decided) {
        return decided == null ? null : (Double) decided.cost();
    }
}
