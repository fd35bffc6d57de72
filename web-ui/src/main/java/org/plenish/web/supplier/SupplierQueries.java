package org.plenish.web.supplier;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.web.export.TableDownload;
import org.plenish.web.shared.LikePattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads suppliers as the plan sees them, and what has been spent with them. */
@Repository
class SupplierQueries {

    static final int ROWS_A_PAGE = 50;

    private static final int MOST_SUPPLIERS = 500;
    private static final int MONTHS_BACK = 12;

    private static final String ROWS = """
            SELECT f.*, s.name, s.lead_time_days, s.min_order_value, s.container_volume_m3,
                f.otif_lines::double precision / nullif(f.due_lines, 0) AS otif_share
            FROM supplier_figure f JOIN plan_supplier s USING (run_id, supplier) WHERE run_id = :run""";

    private static final String ITEMS = """
            SELECT s.item, i.description, i.category, i.uom, s.unit_cost, s.min_units, s.multiple_units, s.lead_time_days,
                s.locations, s.alternatives, s.annual_value
            FROM supplier_item s JOIN plan_item i USING (run_id, item)
            WHERE run_id = :run AND supplier = :supplier AND (NOT :sole OR alternatives = 0)""";

    private final JdbcClient jdbc;
    private final TableDownload downloads;

    SupplierQueries(JdbcClient jdbc, TableDownload downloads) {
        this.jdbc = jdbc;
        this.downloads = downloads;
    }

    /** An item that it can deliver. */
    public record Item(
            String item,
            String description,
            String category,
            String uom,
            BigDecimal unitCost,
            int minUnits,
            int multipleUnits,
            int leadTimeDays,
            int locations,
            int alternatives,
            double annualValue) {}

    /** @param ours whether the order is kept here */
    public record OpenLine(
            String number,
            String item,
            String description,
            String warehouse,
            int quantityUnits,
            @Nullable LocalDate orderDate,
            LocalDate dueDate,
            BigDecimal value,
            boolean ours) {}

    /** Orders of one state. */
    public record OrderCount(String state, long orders, BigDecimal value) {}

    /** What came, is on order and is proposed for a month, or of a category. */
    public record Spend(String name, BigDecimal received, BigDecimal open, BigDecimal proposed) {

        public BigDecimal total() {
            return received.add(open).add(proposed);
        }

        /** Share of the sum of all; NaN if that is nothing. */
        public double shareOf(List<Spend> all) {
            double sum =
                    all.stream().mapToDouble(one -> one.total().doubleValue()).sum();
            return sum > 0 ? total().doubleValue() / sum : Double.NaN;
        }
    }

    List<SupplierRow> list(long runId, SupplierFilter filter) {
        return jdbc.sql("SELECT * FROM (" + ROWS
                        + ") s WHERE CAST(:q AS text) IS NULL OR supplier ILIKE :q OR name ILIKE :q" + " ORDER BY "
                        + filter.orderBy() + " LIMIT " + MOST_SUPPLIERS)
                .param("run", runId)
                .param("q", LikePattern.containing(filter.q()))
                .query(SupplierRow.class)
                .list();
    }

    Optional<SupplierRow> find(long runId, String supplier) {
        return jdbc.sql(ROWS + " AND supplier = :supplier")
                .param("run", runId)
                .param("supplier", supplier)
                .query(SupplierRow.class)
                .optional();
    }

    List<Item> items(long runId, String supplier, boolean sole, int page) {
        return jdbc.sql(ITEMS + " ORDER BY rank LIMIT :rows OFFSET :skipped")
                .param("run", runId)
                .param("supplier", supplier)
                .param("sole", sole)
                .param("rows", ROWS_A_PAGE)
                .param("skipped", (page - 1) * ROWS_A_PAGE)
                .query(Item.class)
                .list();
    }

    /** All of them. To be closed. */
    Stream<Item> streamItems(long runId, String supplier, boolean sole) {
        return downloads
                .sql(ITEMS + " ORDER BY rank")
                .param("run", runId)
                .param("supplier", supplier)
                .param("sole", sole)
                .query(Item.class)
                .stream();
    }

    /** Earliest due first. */
    List<OpenLine> openLines(long runId, String supplier, int page) {
        return jdbc.sql("""
                        SELECT l.number, l.item, i.description, l.warehouse, l.quantity_units, l.order_date, l.due_date, l.value,
                            EXISTS (SELECT 1 FROM orders o WHERE o.number = l.number AND o.kind = 'PURCHASE') AS ours
                        FROM supplier_open_line l JOIN plan_item i USING (run_id, item)
                        WHERE run_id = :run AND supplier = :supplier AND rank > :skipped ORDER BY rank LIMIT :rows""")
                .param("run", runId)
                .param("supplier", supplier)
                .param("rows", ROWS_A_PAGE)
                .param("skipped", (page - 1) * ROWS_A_PAGE)
                .query(OpenLine.class)
                .list();
    }

    /** Orders that are kept here, by where they stand. */
    List<OrderCount> ordersByState(String supplier) {
        return jdbc.sql("""
                        SELECT o.state, count(*) AS orders, coalesce(sum(l.value), 0) AS value
                        FROM orders o LEFT JOIN order_sum l ON l.order_id = o.id
                        WHERE o.kind = 'PURCHASE' AND o.partner = :supplier GROUP BY o.state
                        ORDER BY array_position(ARRAY['PROPOSED', 'EDITED', 'SUBMITTED', 'APPROVED', 'SENT', 'CONFIRMED',
                            'PARTLY_RECEIVED', 'RECEIVED', 'CLOSED', 'REJECTED', 'CANCELLED'], o.state)""").param("supplier", supplier).query(OrderCount.class).list();
    }

    /** By month of arrival, a year back at most, to the end of the plan's horizon. */
    List<Spend> spendByMonth(long runId, String supplier, LocalDate today) {
        return spend("to_char(month, 'YYYY-MM')", "1", runId, supplier, today);
    }

    /** Dearest first. */
    List<Spend> spendByCategory(long runId, String supplier, LocalDate today) {
        return spend("category", "sum(value) DESC, 1", runId, supplier, today);
    }

    /** Groups by one of two columns that are written here, not given. */
    private List<Spend> spend(String column, String order, long runId, String supplier, LocalDate today) {
        return jdbc.sql("SELECT " + column
                        + " AS name, coalesce(sum(value) FILTER (WHERE kind = 'RECEIVED'), 0) AS received,"
                        + " coalesce(sum(value) FILTER (WHERE kind = 'OPEN'), 0) AS open,"
                        + " coalesce(sum(value) FILTER (WHERE kind = 'PROPOSED'), 0) AS proposed FROM (" + """
                        SELECT month, category, kind, value FROM supplier_spend WHERE run_id = :run AND supplier = :supplier
                        UNION ALL
                        SELECT date_trunc('month', r.received_on)::date, coalesce(i.category, ''), 'RECEIVED', r.units * l.unit_cost
                        FROM orders o JOIN order_line l ON l.order_id = o.id JOIN order_receipt r ON r.line_id = l.id
                        LEFT JOIN plan_item i ON i.run_id = :run AND i.item = l.item
                        WHERE o.kind = 'PURCHASE' AND o.partner = :supplier AND r.received_on >= :since"""
                        + ") s GROUP BY 1"
                        + " ORDER BY " + order)
                .param("run", runId)
                .param("supplier", supplier)
                .param("since", today.minusMonths(MONTHS_BACK).withDayOfMonth(1))
                .query(Spend.class)
                .list();
    }
}
