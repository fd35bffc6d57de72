package org.plenish.web.order;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenish.web.export.ExportProperties;
import org.plenish.web.export.OrderDocument;
import org.plenish.web.export.OrderDocuments;
import org.plenish.web.export.OrderFilter;
import org.plenish.web.export.OrderSummary;
import org.plenish.web.export.Party;
import org.plenish.web.order.life.OrderState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Purchase orders as they go out: as they stand now, and binding once they are approved. */
@Repository
class StoredOrderDocuments implements OrderDocuments {

    /** Each approval of an order that was changed after an earlier one replaces what had gone out. */
    private static final String ORDERS = """
            SELECT o.id, number, state, order_date, partner, coalesce(s.name, partner) AS partner_name, o.warehouse,
                coalesce(w.name, o.warehouse) AS warehouse_name, o.currency, p.dataset_name, changed_at,
                l.due_date, l.line_count, l.value,
                (SELECT greatest(1, count(*)) FROM order_event e
                    WHERE e.order_id = o.id AND e.action = 'APPROVE' AND e.state = 'APPROVED') AS revision
            FROM orders o
            JOIN plan p ON p.run_id = plan_run
            JOIN order_sum l ON l.order_id = o.id
            LEFT JOIN plan_supplier s ON s.run_id = plan_run AND s.supplier = partner
            LEFT JOIN plan_warehouse w ON w.run_id = plan_run AND w.warehouse = o.warehouse
            WHERE kind = 'PURCHASE'""";

    private final JdbcClient jdbc;
    private final OrderQueries queries;
    private final ExportProperties properties;

    StoredOrderDocuments(JdbcClient jdbc, OrderQueries queries, ExportProperties properties) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.properties = properties;
    }

    private record Row(
            long id,
            String number,
            OrderState state,
            LocalDate orderDate,
            String partner,
            String partnerName,
            String warehouse,
            String warehouseName,
            String currency,
            String datasetName,
            OffsetDateTime changedAt,
            LocalDate dueDate,
            int lineCount,
            BigDecimal value,
            int revision) {

        private OrderSummary summary() {
            return new OrderSummary(
                    number,
                    revision,
                    state.id(),
                    state.isBinding(),
                    orderDate,
                    dueDate,
                    partner,
                    partnerName,
                    warehouse,
                    currency,
                    value,
                    lineCount,
                    changedAt.toInstant());
        }
    }

    @Override
    public Optional<OrderDocument> find(String number) {
        return jdbc.sql(ORDERS + " AND number = :number")
                .param("number", number)
                .query(Row.class)
                .optional()
                .map(this::document);
    }

    @Override
    public List<OrderSummary> list(OrderFilter filter) {
        OrderFilter.@Nullable Position after = filter.after();
        return jdbc
                .sql(ORDERS + """
                         AND state = ANY (:states)
                        AND (CAST(:supplier AS text) IS NULL OR partner = :supplier)
                        AND (CAST(:since AS timestamptz) IS NULL OR changed_at >= :since)
                        AND (CAST(:afterTime AS timestamptz) IS NULL OR (changed_at, number) > (:afterTime, :afterNumber))
                        ORDER BY changed_at, number LIMIT :limit""")
                .param("states", states(filter.status()))
                .param("supplier", filter.supplier(), Types.VARCHAR)
                .param("since", utc(filter.changedSince()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("afterTime", utc(after == null ? null : after.changedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("afterNumber", after == null ? "" : after.number())
                .param("limit", filter.limit())
                .query(Row.class)
                .list()
                .stream()
                .map(Row::summary)
                .toList();
    }

    private static String[] states(@Nullable String status) {
        return Arrays.stream(OrderState.values())
                .filter(state -> status == null
                        ? state.isBinding()
                        : status.equals(OrderFilter.ANY) || status.equals(state.id()))
                .map(OrderState::name)
                .toArray(String[]::new);
    }

    private OrderDocument document(Row order) {
        return new OrderDocument(
                order.number(),
                order.revision(),
                order.state().id(),
                order.state().isBinding(),
                order.orderDate(),
                properties.buyer(order.datasetName()),
                new Party(order.partner(), order.partnerName()),
                new Party(order.warehouse(), order.warehouseName()),
                order.currency(),
                queries.allLines(order.id()).stream()
                        .map(line -> new OrderDocument.Line(
                                line.line(),
                                line.item(),
                                line.description(),
                                line.quantityUnits(),
                                line.uom(),
                                line.unitCost(),
                                line.value(),
                                line.dueDate(),
                                ""))
                        .toList());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
