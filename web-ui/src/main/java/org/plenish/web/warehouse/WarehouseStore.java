package org.plenish.web.warehouse;

import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.plenish.engine.model.Baskets;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.plan.space.AgedStock;
import org.plenish.engine.plan.space.CoDemand;
import org.plenish.engine.plan.space.DockDay;
import org.plenish.engine.plan.space.DockLoad;
import org.plenish.engine.plan.space.ItemPair;
import org.plenish.engine.plan.space.Slot;
import org.plenish.engine.plan.space.Slotting;
import org.plenish.engine.plan.space.SpaceBucket;
import org.plenish.engine.plan.space.SpaceOutlook;
import org.plenish.web.run.BulkInsert;
import org.plenish.web.run.PlanFollower;
import org.plenish.web.run.PlannedDataset;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps with each plan what its warehouses are up to. */
@Component
class WarehouseStore implements PlanFollower {

    /** More would not be walked through by anybody. */
    private static final int MOST_SLOTS = 200;

    private static final int MOST_PAIRS = 50;
    private static final int MOST_AGED = 100;

    private final JdbcTemplate jdbc;

    WarehouseStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void planStored(long runId, PlannedDataset planned) {
        jdbc.execute((Connection connection) -> {
            Writer writer = new Writer(connection, runId, planned);
            writer.writeSpace();
            writer.writeDock();
            writer.writeSlots();
            writer.writePairs();
            writer.writeAged();
            return true;
        });
        jdbc.update("""
                INSERT INTO warehouse_class
                SELECT run_id, warehouse, storage_class, count(*), sum(greatest(0, on_hand_units) * unit_cost)
                FROM sku_location JOIN plan_item USING (run_id, item) WHERE run_id = ?
                GROUP BY run_id, warehouse, storage_class""", runId);
        jdbc.execute("ANALYZE warehouse_space, warehouse_dock, warehouse_slot, warehouse_pair, warehouse_aged");
    }

    /** One plan on its way into the tables. */
    private record Writer(Connection connection, long runId, PlannedDataset planned) {

        private BulkInsert into(String table, String columns) throws SQLException {
            return new BulkInsert(connection, table, List.of(columns.split("[,\\s]+")));
        }

        void writeSpace() throws SQLException {
            TimeBuckets buckets = planned.plan().buckets();
            try (BulkInsert rows = into("warehouse_space", """
                    run_id, warehouse, storage_class, bucket, period_start, opening_m3, receipts_m3, transfers_in_m3, \
                    transfers_out_m3, issued_m3, closing_m3, peak_m3""")) {
                for (SpaceBucket bucket : SpaceOutlook.of(planned.plan())) {
                    rows.row(
                            runId,
                            bucket.warehouse(),
                            bucket.storageClass(),
                            bucket.bucket(),
                            buckets.start(bucket.bucket()),
                            bucket.openingM3(),
                            bucket.receiptsM3(),
                            bucket.transfersInM3(),
                            bucket.transfersOutM3(),
                            bucket.issuedM3(),
                            bucket.closingM3(),
                            bucket.peakM3());
                }
                rows.finish();
            }
        }

        void writeDock() throws SQLException {
            try (BulkInsert rows = into(
                    "warehouse_dock", "run_id, warehouse, day, kind, orders, lines, units, volume_m3, overdue_lines")) {
                for (DockDay day : DockLoad.of(planned.dataset(), planned.plan())) {
                    rows.row(
                            runId,
                            day.warehouse(),
                            day.day(),
                            day.kind(),
                            day.orders(),
                            day.lines(),
                            day.units(),
                            day.volumeM3(),
                            day.overdueLines());
                }
                rows.finish();
            }
        }

        void writeSlots() throws SQLException {
            List<Slotting> all = Slotting.of(planned.dataset(), planned.plan(), MOST_SLOTS);
            try (BulkInsert rows = into(
                    "warehouse_slotting",
                    "run_id, warehouse, ranked, without_volume, picks, stock_m3, nearest_fifth_picks_share")) {
                for (Slotting of : all) {
                    rows.row(
                            runId,
                            of.warehouse(),
                            of.ranked(),
                            of.withoutVolume(),
                            of.picks(),
                            of.stockM3(),
                            of.nearestFifthPicksShare());
                }
                rows.finish();
            }
            try (BulkInsert rows = into("warehouse_slot", """
                    run_id, warehouse, rank, item, picks, sold_units, moved_m3, stock_m3, cube_per_order_litres, picks_share, \
                    space_share""")) {
                for (Slotting of : all) {
                    for (Slot slot : of.nearest()) {
                        rows.row(
                                runId,
                                of.warehouse(),
                                slot.rank(),
                                slot.item(),
                                slot.picks(),
                                slot.soldUnits(),
                                slot.movedM3(),
                                slot.stockM3(),
                                slot.cubePerOrderLitres(),
                                slot.picksShare(),
                                slot.spaceShare());
                    }
                }
                rows.finish();
            }
        }

        void writePairs() throws SQLException {
            Baskets baskets = planned.dataset().baskets();
            List<CoDemand> all = CoDemand.of(baskets, planned.plan().buckets().start(), MOST_PAIRS);
            try (BulkInsert rows =
                    into("warehouse_baskets", "run_id, warehouse, baskets, kept_share, anonymous_rows")) {
                for (WarehouseId warehouse : planned.dataset().warehouses().keySet()) {
                    int known = all.stream()
                            .filter(of -> of.warehouse().equals(warehouse))
                            .mapToInt(CoDemand::baskets)
                            .sum();
                    rows.row(runId, warehouse, known, baskets.keptShare(), baskets.anonymousRows());
                }
                rows.finish();
            }
            try (BulkInsert rows = into("warehouse_pair", """
                    run_id, warehouse, rank, first_item, second_item, baskets, first_baskets, second_baskets, support, \
                    confidence, lift""")) {
                for (CoDemand of : all) {
                    for (ItemPair pair : of.pairs()) {
                        rows.row(
                                runId,
                                of.warehouse(),
                                pair.rank(),
                                pair.first(),
                                pair.second(),
                                pair.baskets(),
                                pair.firstBaskets(),
                                pair.secondBaskets(),
                                pair.support(),
                                pair.confidence(),
                                pair.lift());
                    }
                }
                rows.finish();
            }
        }

        void writeAged() throws SQLException {
            try (BulkInsert rows = into(
                    "warehouse_aged",
                    "run_id, warehouse, rank, item, days_since_last_sale, status, units, value, volume_m3")) {
                for (Map.Entry<WarehouseId, List<AgedStock>> entry :
                        AgedStock.of(planned.plan(), MOST_AGED).entrySet()) {
                    int rank = 0;
                    for (AgedStock stock : entry.getValue()) {
                        rows.row(
                                runId,
                                entry.getKey(),
                                ++rank,
                                stock.item(),
                                stock.daysSinceLastSale(),
                                stock.status(),
                                stock.onHandUnits(),
                                stock.value().setScale(2, RoundingMode.HALF_EVEN),
                                stock.volumeM3());
                    }
                }
                rows.finish();
            }
        }
    }
}
