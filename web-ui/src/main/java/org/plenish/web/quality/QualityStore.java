package org.plenish.web.quality;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.plenish.engine.plan.SkuLocationPlan;
import org.plenish.engine.plan.quality.CountProposal;
import org.plenish.engine.plan.quality.CycleCount;
import org.plenish.engine.plan.quality.DataQuality;
import org.plenish.engine.plan.quality.Finding;
import org.plenish.engine.plan.quality.FindingKind;
import org.plenish.web.run.BulkInsert;
import org.plenish.web.run.PlanFollower;
import org.plenish.web.run.PlannedDataset;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Stores what looks wrong in the data of each plan in numbers, and of the latest plan in detail. */
@Component
class QualityStore implements PlanFollower {

    /** Nobody looks at more of one kind; their number and their money are kept all the same. */
    private static final int FINDINGS_A_KIND = 2_000;

    private static final int COUNT_PROPOSALS = 500;

    private static final List<String> FINDING =
            List.of("run_id", "kind", "rank", "item", "warehouse", "date", "value", "found", "advice");
    private static final List<String> PROPOSAL = List.of(
            "run_id",
            "rank",
            "item",
            "warehouse",
            "on_hand_units",
            "movements",
            "error_sd_units",
            "contradiction_units",
            "shortage_cost",
            "holding_cost",
            "contradiction_value",
            "cost");

    private final JdbcTemplate jdbc;

    QualityStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** All of a kind in numbers. Mutable. */
    private static final class Total {
        private int count;
        private long minorUnits;
    }

    @Override
    public void planStored(long runId, PlannedDataset planned) {
        List<SkuLocationPlan> locations = planned.plan().locations();
        List<Finding> findings = DataQuality.of(
                planned.dataset(),
                locations.stream().map(SkuLocationPlan::profile).toList());
        List<CountProposal> proposals = CycleCount.of(planned.dataset(), locations, COUNT_PROPOSALS);
        jdbc.update("DELETE FROM quality_finding");
        jdbc.update("DELETE FROM count_proposal");
        jdbc.execute((Connection connection) -> {
            writeFindings(connection, runId, findings);
            writeProposals(connection, runId, proposals);
            return true;
        });
        jdbc.execute("ANALYZE quality_finding, count_proposal");
    }

    private static void writeFindings(Connection connection, long runId, List<Finding> findings) throws SQLException {
        Map<FindingKind, Total> totals = new EnumMap<>(FindingKind.class);
        try (BulkInsert rows = new BulkInsert(connection, "quality_finding", FINDING)) {
            for (Finding finding : findings) {
                Total total = totals.computeIfAbsent(finding.kind(), none -> new Total());
                total.count++;
                total.minorUnits += finding.value().minorUnits();
                if (total.count <= FINDINGS_A_KIND) {
                    rows.row(
                            runId,
                            finding.kind(),
                            total.count,
                            finding.location().item(),
                            finding.location().warehouse(),
                            finding.date(),
                            finding.value(),
                            finding.found(),
                            finding.advice());
                }
            }
            rows.finish();
        }
        try (BulkInsert rows =
                new BulkInsert(connection, "quality_total", List.of("run_id", "kind", "finding_count", "value"))) {
            for (FindingKind kind : FindingKind.values()) {
                Total total = totals.getOrDefault(kind, new Total());
                rows.row(runId, kind, total.count, BigDecimal.valueOf(total.minorUnits, 2));
            }
            rows.finish();
        }
    }

    private static void writeProposals(Connection connection, long runId, List<CountProposal> proposals)
            throws SQLException {
        try (BulkInsert rows = new BulkInsert(connection, "count_proposal", PROPOSAL)) {
            int rank = 0;
            for (CountProposal proposal : proposals) {
                rows.row(
                        runId,
                        ++rank,
                        proposal.location().item(),
                        proposal.location().warehouse(),
                        proposal.onHandUnits(),
                        proposal.movements(),
                        proposal.errorSdUnits(),
                        proposal.contradictionUnits(),
                        proposal.shortageCost(),
                        proposal.holdingCost(),
                        proposal.contradictionValue(),
                        proposal.cost());
            }
            rows.finish();
        }
    }
}
