package org.plenish.web.warehouse;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what should lie where, what is sold together, and what has lain too long. */
@Repository
class SlotQueries {

    private final JdbcClient jdbc;

    SlotQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** See {@link org.plenish.engine.plan.space.Slotting}. */
    public record Slotting(int ranked, int withoutVolume, long picks, double stockM3, double nearestFifthPicksShare) {}

    /** See {@link org.plenish.engine.plan.space.Slot}. */
    public record SlotRow(
            int rank,
            String item,
            String description,
            int picks,
            long soldUnits,
            double movedM3,
            double stockM3,
            double cubePerOrderLitres,
            double picksShare,
            double spaceShare) {}

    /** @param anonymousRows sales of all warehouses without a customer */
    public record Baskets(int baskets, double keptShare, long anonymousRows) {}

    /** See {@link org.plenish.engine.plan.space.ItemPair}. */
    public record PairRow(
            int rank,
            String firstItem,
            String firstDescription,
            String secondItem,
            String secondDescription,
            int baskets,
            double support,
            double confidence,
            double lift) {}

    /** See {@link org.plenish.engine.plan.space.AgedStock}. */
    public record AgedRow(
            int rank,
            String item,
            String description,
            int daysSinceLastSale,
            String status,
            int units,
            BigDecimal value,
            double volumeM3) {}

    Optional<Slotting> findSlotting(long runId, String warehouse) {
        return of("""
                SELECT ranked, without_volume, picks, stock_m3, nearest_fifth_picks_share FROM warehouse_slotting
                WHERE run_id = :run AND warehouse = :warehouse""", runId, warehouse).query(Slotting.class).optional();
    }

    /** Nearest first. */
    List<SlotRow> slots(long runId, String warehouse, int most) {
        return of("""
                SELECT s.*, i.description FROM warehouse_slot s JOIN plan_item i USING (run_id, item)
                WHERE run_id = :run AND warehouse = :warehouse AND rank <= :most ORDER BY rank""", runId, warehouse)
                .param("most", most)
                .query(SlotRow.class)
                .list();
    }

    Optional<Baskets> findBaskets(long runId, String warehouse) {
        return of("""
                SELECT baskets, kept_share, anonymous_rows FROM warehouse_baskets
                WHERE run_id = :run AND warehouse = :warehouse""", runId, warehouse).query(Baskets.class).optional();
    }

    /** Most baskets beyond chance first. */
    List<PairRow> pairs(long runId, String warehouse, int most) {
        return of("""
                SELECT p.*, a.description AS first_description, b.description AS second_description
                FROM warehouse_pair p
                JOIN plan_item a ON a.run_id = p.run_id AND a.item = p.first_item
                JOIN plan_item b ON b.run_id = p.run_id AND b.item = p.second_item
                WHERE p.run_id = :run AND warehouse = :warehouse AND rank <= :most ORDER BY rank""", runId, warehouse)
                .param("most", most)
                .query(PairRow.class)
                .list();
    }

    /** Dearest first. */
    List<AgedRow> aged(long runId, String warehouse, int most) {
        return of("""
                SELECT a.*, i.description FROM warehouse_aged a JOIN plan_item i USING (run_id, item)
                WHERE run_id = :run AND warehouse = :warehouse AND rank <= :most ORDER BY rank""", runId, warehouse)
                .param("most", most)
                .query(AgedRow.class)
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, long runId, String warehouse) {
        return jdbc.sql(sql).param("run", runId).param("warehouse", warehouse);
    }
}
