package org.plenish.web.order;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenish.web.export.TransferDocument;
import org.plenish.web.export.TransferDocuments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Transfers as they go out, as they stand now. */
@Repository
class StoredTransferDocuments implements TransferDocuments {

    private final JdbcClient jdbc;
    private final OrderQueries queries;

    StoredTransferDocuments(JdbcClient jdbc, OrderQueries queries) {
        this.jdbc = jdbc;
        this.queries = queries;
    }

    @Override
    public Optional<TransferDocument> find(String number) {
        return queries.find(OrderKind.TRANSFER, number).flatMap(this::document);
    }

    @Override
    public List<String> numbers(@Nullable String after, int limit) {
        return jdbc.sql("""
                        SELECT number FROM orders o WHERE kind = 'TRANSFER'
                        AND EXISTS (SELECT 1 FROM order_line l WHERE l.order_id = o.id)
                        AND (CAST(:after AS text) IS NULL OR number > :after) ORDER BY number LIMIT :limit""")
                .param("after", after, Types.VARCHAR)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** Empty without lines: there is nothing to move. */
    private Optional<TransferDocument> document(OrderPage transfer) {
        return Optional.ofNullable(transfer.dueDate())
                .map(due -> new TransferDocument(
                        transfer.number(),
                        transfer.state().id(),
                        transfer.state().isBinding(),
                        transfer.partner(),
                        transfer.warehouse(),
                        transfer.orderDate(),
                        due,
                        queries.allLines(transfer.id()).stream()
                                .map(line -> new TransferDocument.Line(
                                        line.line(), line.item(), line.quantityUnits(), line.uom()))
                                .toList()));
    }
}
