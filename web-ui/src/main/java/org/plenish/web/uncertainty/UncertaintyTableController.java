package org.plenish.web.uncertainty;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.web.export.Table;
import org.plenish.web.export.TableDownload;
import org.plenish.web.export.TableFormats;
import org.plenish.web.shared.PlanHeader;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** What may happen to the plan, as files: the stockouts as they are filtered, and the spread of every figure. */
@Controller
class UncertaintyTableController {

    private final UncertaintyQueries queries;
    private final RiskQueries risks;
    private final TableDownload download;

    UncertaintyTableController(UncertaintyQueries queries, RiskQueries risks, TableDownload download) {
        this.queries = queries;
        this.risks = risks;
        this.download = download;
    }

    @GetMapping(RiskFilter.PATH + ".{format:csv|xlsx}")
    void stockouts(
            PlanHeader plan,
            @ModelAttribute("filter") RiskFilter filter,
            @PathVariable String format,
            HttpServletResponse response) {
        Table<RiskBucketRow> table = Table.<RiskBucketRow>named("stockout_risk")
                .text("item", row -> row.of().item())
                .text("warehouse", row -> row.of().warehouse())
                .text("description", row -> row.of().description())
                .text("abc", row -> row.of().abcClass())
                .word("conduct", row -> filter.conductOrDefault().name())
                .date("period_start", RiskBucketRow::start)
                .number("stockout_probability", RiskBucketRow::probability)
                .number("any_stockout_probability", row -> row.of().anyBucket())
                .number("demand", row -> row.of().demandUnits())
                .number("short", row -> row.of().shortUnits())
                .number("fill_rate", row -> row.of().fillRate())
                .money("short_value", row -> row.of().shortValue())
                .text("currency", row -> plan.currency());
        download.send("stockout_risk", table, () -> risks.stream(plan, filter), TableFormats.of(format), response);
    }

    @GetMapping(RiskFilter.PATH + "/spread.{format:csv|xlsx}")
    void spread(PlanHeader plan, @PathVariable String format, HttpServletResponse response) {
        TimeBuckets buckets = plan.buckets();
        Table<SpreadRow> table = Table.<SpreadRow>named("spread")
                .word("conduct", SpreadRow::conduct)
                .word("figure", SpreadRow::figure)
                .date("period_start", row -> start(buckets, row))
                .number("mean", SpreadRow::mean)
                .number("standard_error", SpreadRow::standardError)
                .number("p05", SpreadRow::low)
                .number("p25", SpreadRow::lowerQuartile)
                .number("p50", SpreadRow::median)
                .number("p75", SpreadRow::upperQuartile)
                .number("p95", SpreadRow::high);
        download.send("spread", table, () -> queries.stream(plan.runId()), TableFormats.of(format), response);
    }

    /** Null: over the horizon. */
    private static @Nullable LocalDate start(TimeBuckets buckets, SpreadRow row) {
        return row.bucket() < 0 ? null : buckets.start(row.bucket());
    }
}
