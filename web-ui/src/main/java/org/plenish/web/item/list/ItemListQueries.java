package org.plenish.web.item.list;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.web.export.TableDownload;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the list of SKU-locations. A page is the next rows along the index of the column that it is sorted by, beginning
 * after a key; where a filter leaves few rows, these are found first and sorted then.
 */
@Repository
class ItemListQueries {

    /** Of each kind, those with the most rows. */
    private static final int MOST_CHOICES = 300;

    private final JdbcClient jdbc;
    private final TableDownload downloads;

    ItemListQueries(JdbcClient jdbc, TableDownload downloads) {
        this.jdbc = jdbc;
        this.downloads = downloads;
    }

    /** All pages of {@link #list}. To be closed. */
    Stream<ItemRow> stream(ItemFilter filter, List<ItemColumn> columns) {
        ItemConditions conditions = ItemConditions.of(filter);
        return downloads
                .sql(select(filter, columns) + " FROM item_list" + conditions.where()
                        + orderBy(filter, filter.isAscending()))
                .params(conditions.values())
                .query((row, index) -> read(row, columns))
                .stream();
    }

    ItemList list(ItemFilter filter, List<ItemColumn> columns) {
        ItemConditions conditions = ItemConditions.of(filter);
        int total = count(conditions);
        boolean few = total <= ItemList.MOST_COUNTED;
        @Nullable ItemKey before = key(filter, filter.before());
        @Nullable ItemKey after = before == null ? key(filter, filter.after()) : null;
        List<ItemRow> found = page(filter, columns, conditions, few, before == null ? after : before, before != null);
        boolean more = found.size() > ItemList.ROWS_A_PAGE;
        List<ItemRow> rows = more ? found.subList(0, ItemList.ROWS_A_PAGE) : found;
        if (before != null) {
            rows = rows.stream().collect(Collectors.collectingAndThen(Collectors.toList(), list -> {
                Collections.reverse(list);
                return list;
            }));
        }
        boolean atStart = rows.isEmpty() || (before == null ? after == null : !more);
        boolean atEnd = rows.isEmpty() || (before == null && !more);
        return new ItemList(
                rows,
                total,
                few || conditions.findOnlyFacet().isPresent(),
                atStart ? 1 : filter.fromOrFirst(),
                atStart ? null : rows.get(0).key().token(),
                atEnd ? null : rows.get(rows.size() - 1).key().token());
    }

    private static @Nullable ItemKey key(ItemFilter filter, @Nullable String token) {
        return ItemKey.find(token)
                .filter(key -> filter.sortOrDefault().understands(key.value()))
                .orElse(null);
    }

    /** One row more than a page has, so that it is known whether another follows; backwards from the key if asked for. */
    private List<ItemRow> page(
            ItemFilter filter,
            List<ItemColumn> columns,
            ItemConditions conditions,
            boolean few,
            @Nullable ItemKey key,
            boolean backwards) {
        boolean ascending = filter.isAscending() != backwards;
        // OFFSET 0 keeps the database from walking along the whole index in search of the few.
        String from = few
                ? " FROM (SELECT * FROM item_list" + conditions.where() + " OFFSET 0) l WHERE true"
                : " FROM item_list" + (conditions.where().isEmpty() ? " WHERE true" : conditions.where());
        String beyond = key == null
                ? ""
                : " AND (" + filter.sortOrDefault().column() + ", item, warehouse) " + (ascending ? ">" : "<")
                        + " (:keyValue, :keyItem, :keyWarehouse)";
        JdbcClient.StatementSpec statement = jdbc.sql(
                        select(filter, columns) + from + beyond + orderBy(filter, ascending) + " LIMIT :rows")
                .params(conditions.values())
                .param("rows", ItemList.ROWS_A_PAGE + 1);
        if (key != null) {
            statement = statement
                    // Of no type, so that the database takes it for one of the column's.
                    .param("keyValue", new SqlParameterValue(Types.OTHER, key.value()))
                    .param("keyItem", key.item())
                    .param("keyWarehouse", key.warehouse());
        }
        return statement.query((row, index) -> read(row, columns)).list();
    }

    /** Exact up to {@link ItemList#MOST_COUNTED}, and for what was counted with the plan. */
    private int count(ItemConditions conditions) {
        Optional<ItemConditions.Facet> facet = conditions.findOnlyFacet();
        if (facet.isPresent()) {
            return jdbc.sql("SELECT coalesce(sum(rows), 0) FROM item_facet WHERE kind = :kind AND value = :value")
                    .param("kind", facet.get().kind())
                    .param("value", facet.get().value())
                    .query(Integer.class)
                    .single();
        }
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM item_list" + conditions.where() + " LIMIT :most) l")
                .params(conditions.values())
                .param("most", ItemList.MOST_COUNTED + 1)
                .query(Integer.class)
                .single();
    }

    /** What the list can be narrowed to, by kind. */
    Map<String, List<Choice>> choices() {
        record Row(String kind, String value, String name) {}
        return jdbc.sql("""
                        SELECT kind, value, name FROM (
                            SELECT f.*, row_number() OVER (PARTITION BY kind ORDER BY rows DESC) AS place
                            FROM item_facet f WHERE kind <> 'ALL') f
                        WHERE place <= :most ORDER BY kind, name, value""").param("most", MOST_CHOICES).query(Row.class).list().stream()
                .collect(Collectors.groupingBy(
                        Row::kind,
                        Collectors.mapping(row -> new Choice(row.value(), row.name()), Collectors.toList())));
    }

    private static String select(ItemFilter filter, List<ItemColumn> columns) {
        return "SELECT item, warehouse, description, supplier_name, severity, overridden, CAST("
                + filter.sortOrDefault().column() + " AS text) AS sort_value"
                + columns.stream()
                        .map(column -> ", " + column.column() + " AS shown_" + column.key())
                        .collect(Collectors.joining());
    }

    /** The same direction throughout, so that it is the index's, or its reverse. Only columns of the list come into it. */
    private static String orderBy(ItemFilter filter, boolean ascending) {
        String direction = ascending ? " ASC" : " DESC";
        return " ORDER BY " + filter.sortOrDefault().column() + direction + ", item" + direction + ", warehouse"
                + direction;
    }

    private static ItemRow read(ResultSet row, List<ItemColumn> columns) throws SQLException {
        Map<ItemColumn, Object> values = new EnumMap<>(ItemColumn.class);
        for (ItemColumn column : columns) {
            values.put(column, row.getObject("shown_" + column.key()));
        }
        return new ItemRow(
                row.getString("item"),
                row.getString("warehouse"),
                row.getString("description"),
                row.getString("sort_value"),
                row.getString("supplier_name"),
                row.getString("severity"),
                words(row.getArray("overridden")),
                values);
    }

    private static Set<String> words(Array array) throws SQLException {
        return new LinkedHashSet<>(List.of((String[]) array.getArray()));
    }
}
