package org.plenish.web.scenario;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.web.export.Table;
import org.plenish.web.export.TableDownload;
import org.plenish.web.export.TableFormats;
import org.plenish.web.scenario.Comparison.Entry;
import org.plenish.web.scenario.ScenarioResult.Figure;
import org.plenish.web.scenario.ScenarioResult.Line;
import org.plenish.web.scenario.ScenarioResult.Period;
import org.plenish.web.scenario.ScenarioResult.Together;
import org.plenish.web.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The tables of a comparison as files, with the columns that the command line writes. */
@Controller
class ComparisonTableController {

    private static final String BASE = "base";
    private static final String TOGETHER = "together";

    private final Comparisons comparisons;
    private final TableDownload download;

    ComparisonTableController(Comparisons comparisons, TableDownload download) {
        this.comparisons = comparisons;
        this.download = download;
    }

    private record Measured(
            String scenario, Figure figure, @Nullable Double base) {

        private @Nullable Double change() {
            Double value = figure.value();
            return value == null || base == null ? null : (Double) (value - base);
        }
    }

    private record Driven(String scenario, String driver, BigDecimal stock, double cost) {}

    private record Of<R>(String scenario, R row) {}

    @GetMapping("/scenarios/compare/figures.{format:csv|xlsx}")
    void figures(
            Actor actor,
            @RequestParam(defaultValue = "") List<Long> scenario,
            @PathVariable String format,
            HttpServletResponse response) {
        Table<Measured> table = Table.<Measured>named("comparison")
                .text("scenario", Measured::scenario)
                .text("measure", row -> row.figure().id())
                .word("unit", row -> row.figure().unit().name())
                .number("value", row -> row.figure().value())
                .number("base", Measured::base)
                .number("change", Measured::change);
        Comparison comparison = comparisons.of(actor.userName(), scenario);
        download.send("comparison", table, () -> measured(comparison), TableFormats.of(format), response);
    }

    private static Stream<Measured> measured(Comparison comparison) {
        ScenarioResult first = comparison.first();
        Stream<Measured> base = first == null
                ? Stream.empty()
                : first.base().figures().stream().map(figure -> new Measured(BASE, figure, figure.value()));
        return Stream.concat(base, comparison.planned().stream().flatMap(entry -> {
            ScenarioResult result = result(entry);
            return result.scenario().figures().stream()
                    .map(figure -> new Measured(entry.name(), figure, Comparison.figure(result.base(), figure.id())));
        }));
    }

    @GetMapping("/scenarios/compare/drivers.{format:csv|xlsx}")
    void drivers(
            Actor actor,
            @RequestParam(defaultValue = "") List<Long> scenario,
            @PathVariable String format,
            HttpServletResponse response) {
        Table<Driven> table = Table.<Driven>named("drivers")
                .text("scenario", Driven::scenario)
                .word("driver", Driven::driver)
                .money("average_stock_change", Driven::stock)
                .number("cost_change", Driven::cost);
        Comparison comparison = comparisons.of(actor.userName(), scenario);
        download.send(
                "drivers",
                table,
                () -> comparison.planned().stream().flatMap(ComparisonTableController::driven),
                TableFormats.of(format),
                response);
    }

    /** Each driver alone, then what they do together beyond that. */
    private static Stream<Driven> driven(Entry entry) {
        ScenarioResult result = result(entry);
        Stream<Driven> alone = result.effects().stream()
                .map(effect -> new Driven(entry.name(), effect.driver().name(), effect.stock(), effect.cost()));
        Together together = result.together();
        return together == null
                ? alone
                : Stream.concat(
                        alone, Stream.of(new Driven(entry.name(), TOGETHER, together.stock(), together.cost())));
    }

    @GetMapping("/scenarios/compare/periods.{format:csv|xlsx}")
    void periods(
            Actor actor,
            @RequestParam(defaultValue = "") List<Long> scenario,
            @PathVariable String format,
            HttpServletResponse response) {
        Table<Of<Period>> table = Table.<Of<Period>>named("periods")
                .text("scenario", Of::scenario)
                .date("period_start", row -> row.row().start())
                .number("stock", row -> row.row().stock())
                .number("available", row -> row.row().cashAvailable())
                .number("committed", row -> row.row().cashCommitted());
        Comparison comparison = comparisons.of(actor.userName(), scenario);
        download.send("periods", table, () -> periods(comparison), TableFormats.of(format), response);
    }

    private static Stream<Of<Period>> periods(Comparison comparison) {
        ScenarioResult first = comparison.first();
        Stream<Of<Period>> base =
                first == null ? Stream.empty() : first.base().periods().stream().map(period -> new Of<>(BASE, period));
        return Stream.concat(
                base,
                comparison.planned().stream()
                        .flatMap(entry -> result(entry).scenario().periods().stream()
                                .map(period -> new Of<>(entry.name(), period))));
    }

    @GetMapping("/scenarios/compare/lines.{format:csv|xlsx}")
    void lines(
            Actor actor,
            @RequestParam(defaultValue = "") List<Long> scenario,
            @PathVariable String format,
            HttpServletResponse response) {
        Table<Of<Line>> table = Table.<Of<Line>>named("lines")
                .text("scenario", Of::scenario)
                .text("item", row -> row.row().item())
                .text("description", row -> row.row().description())
                .text("warehouse", row -> row.row().warehouse())
                .money("stock_base", row -> row.row().stockBefore())
                .money("stock", row -> row.row().stockAfter())
                .money("purchases_base", row -> row.row().ordersBefore())
                .money("purchases", row -> row.row().ordersAfter());
        Comparison comparison = comparisons.of(actor.userName(), scenario);
        download.send(
                "lines",
                table,
                () -> comparison.planned().stream()
                        .flatMap(entry -> result(entry).lines().stream().map(line -> new Of<>(entry.name(), line))),
                TableFormats.of(format),
                response);
    }

    /** Of an entry that is planned. */
    private static ScenarioResult result(Entry entry) {
        return Objects.requireNonNull(entry.result());
    }
}
