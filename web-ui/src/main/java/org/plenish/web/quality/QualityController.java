package org.plenish.web.quality;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.plan.quality.CycleCount;
import org.plenish.engine.plan.quality.FindingKind;
import org.plenish.web.export.Table;
import org.plenish.web.export.TableDownload;
import org.plenish.web.export.TableFormats;
import org.plenish.web.shared.PlanHeader;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** What looks wrong in the data of the current plan, and which records to count, each as a page and as a file. */
@Controller
class QualityController {

    private final QualityQueries queries;
    private final TableDownload download;

    QualityController(QualityQueries queries, TableDownload download) {
        this.queries = queries;
        this.download = download;
    }

    @GetMapping("/data-quality")
    String findings(PlanHeader plan, @ModelAttribute("filter") QualityFilter filter, Model model) {
        List<QualityTotal> totals = queries.totals(plan.runId());
        List<QualityTotal> found =
                totals.stream().filter(total -> total.findingCount() > 0).toList();
        FindingKind kind = filter.kind() != null
                ? filter.kind()
                : found.isEmpty()
                        ? FindingKind.NEGATIVE_STOCK
                        : FindingKind.valueOf(found.get(0).kind());
        QualityFilter shown = new QualityFilter(kind, filter.warehouse(), filter.after());
        List<FindingRow> page = queries.findings(plan.runId(), kind, shown);
        model.addAttribute("counted", !totals.isEmpty());
        model.addAttribute("totals", found);
        model.addAttribute(
                "clean",
                totals.stream().filter(total -> total.findingCount() == 0).toList());
        model.addAttribute("warehouses", queries.warehouses(plan.runId()));
        model.addAttribute("filter", shown);
        paged(
                model,
                page,
                shown,
                QualityFilter.FINDINGS,
                page.isEmpty() ? 0 : last(page).rank());
        return "quality/findings";
    }

    @GetMapping("/data-quality/counts")
    String counts(PlanHeader plan, @ModelAttribute("filter") QualityFilter filter, Model model) {
        List<CountRow> page = queries.counts(plan.runId(), filter);
        model.addAttribute("warehouses", queries.warehouses(plan.runId()));
        model.addAttribute("wrongShare", CycleCount.WRONG_MOVEMENT_SHARE);
        paged(
                model,
                page,
                filter,
                QualityFilter.COUNTS,
                page.isEmpty() ? 0 : lastCount(page).rank());
        return "quality/counts";
    }

    @GetMapping("/data-quality.{format:csv|xlsx}")
    void findingFile(PlanHeader plan, QualityFilter filter, @PathVariable String format, HttpServletResponse response) {
        Table<FindingRow> table = Table.<FindingRow>named("data-quality")
                .word("kind", FindingRow::kind)
                .text("item", FindingRow::item)
                .text("description", FindingRow::description)
                .text("warehouse", FindingRow::warehouse)
                .date("date", FindingRow::date)
                .money("value", FindingRow::value)
                .text("currency", row -> plan.currency())
                .text("found", FindingRow::found)
                .text("advice", FindingRow::advice);
        download.send(
                "data-quality",
                table,
                () -> queries.streamFindings(plan.runId(), filter),
                TableFormats.of(format),
                response);
    }

    @GetMapping("/data-quality/counts.{format:csv|xlsx}")
    void countFile(PlanHeader plan, QualityFilter filter, @PathVariable String format, HttpServletResponse response) {
        Table<CountRow> table = Table.<CountRow>named("cycle-counts")
                .number("rank", CountRow::rank)
                .text("item", CountRow::item)
                .text("description", CountRow::description)
                .text("warehouse", CountRow::warehouse)
                .text("unit_of_measure", CountRow::unitOfMeasure)
                .text("abc_class", CountRow::abcClass)
                .number("on_hand", CountRow::onHandUnits)
                .text("counted", row -> null)
                .number("movements", CountRow::movements)
                .number("error_sd", CountRow::errorSdUnits)
                .number("contradiction", CountRow::contradictionUnits)
                .money("shortage_cost", CountRow::shortageCost)
                .money("holding_cost", CountRow::holdingCost)
                .money("contradiction_value", CountRow::contradictionValue)
                .money("cost", CountRow::cost)
                .text("currency", row -> plan.currency());
        download.send(
                "cycle-counts",
                table,
                () -> queries.streamCounts(plan.runId(), filter),
                TableFormats.of(format),
                response);
    }

    private static <R> void paged(Model model, List<R> page, QualityFilter filter, String path, int lastRank) {
        boolean more = page.size() > QualityQueries.ROWS_A_PAGE;
        @Nullable String next = more ? filter.nextAddress(path, lastRank) : null;
        model.addAttribute("rows", more ? page.subList(0, QualityQueries.ROWS_A_PAGE) : page);
        model.addAttribute("next", next);
    }

    private static FindingRow last(List<FindingRow> page) {
        return page.get(Math.min(page.size(), QualityQueries.ROWS_A_PAGE) - 1);
    }

    private static CountRow lastCount(List<CountRow> page) {
        return page.get(Math.min(page.size(), QualityQueries.ROWS_A_PAGE) - 1);
    }
}
