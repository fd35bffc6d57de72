package org.plenish.web.item.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Lifecycle;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.policy.DemandClass;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.PolicyType;
import org.plenish.web.shared.PageAddress;
import org.plenish.web.shared.Role;

/**
 * What the list shows, as the address says it; null, blank or false: not filtered by it.
 *
 * @param q words, each part of an article's number, name or category, or of its warehouse or supplier
 * @param supplier or the warehouse that it comes from
 * @param exception a kind of exception, or {@code ANY}
 * @param proposed only what is bought or moved in by this plan
 * @param overridden only where a person has set a value
 * @param stopBuy only what is not to be bought any more
 * @param runsOut only what runs out within the horizon if nothing new is bought or moved
 * @param reverse whether the sort's usual direction is turned round
 * @param cols keys of the columns that are shown, in their order, separated by commas; blank: those of the person's role
 * @param col keys of the columns ticked in the form that chooses them
 * @param after where the page before ended, see {@link ItemKey}
 * @param before where the page after begins
 * @param from number of the page's first row in the list, from 1
 */
public record ItemFilter(
        @Nullable String q,
        @Nullable String warehouse,
        @Nullable String supplier,
        @Nullable String category,
        @Nullable AbcClass abc,
        @Nullable DemandClass demand,
        @Nullable ObsolescenceStatus status,
        @Nullable PolicyType policy,
        @Nullable String method,
        @Nullable Lifecycle lifecycle,
        @Nullable String exception,
        @Nullable Boolean proposed,
        @Nullable Boolean overridden,
        @Nullable Boolean stopBuy,
        @Nullable Boolean runsOut,
        @Nullable ItemColumn sort,
        @Nullable Boolean reverse,
        @Nullable String cols,
        @Nullable List<String> col,
        @Nullable String after,
        @Nullable String before,
        @Nullable Integer from) {

    static final String PATH = "/items";

    static final ItemFilter NONE = new ItemFilter(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null);

    /** What a page is reached by besides its filter. */
    private record Place(@Nullable String after, @Nullable String before, int from) {

        static final Place FIRST = new Place(null, null, 1);
    }

    public ItemColumn sortOrDefault() {
        return sort == null || !sort.isSortable() ? ItemColumn.ITEM : sort;
    }

    public boolean isReversed() {
        return Boolean.TRUE.equals(reverse);
    }

    /** Whether a column's numbers grow from top to bottom. */
    public boolean isAscending() {
        return sortOrDefault().isAscendingFirst() != isReversed();
    }

    public boolean isProposed() {
        return Boolean.TRUE.equals(proposed);
    }

    public boolean isOverridden() {
        return Boolean.TRUE.equals(overridden);
    }

    public boolean isStopBuy() {
        return Boolean.TRUE.equals(stopBuy);
    }

    public boolean isRunsOut() {
        return Boolean.TRUE.equals(runsOut);
    }

    int fromOrFirst() {
        return from == null ? 1 : Math.max(1, from);
    }

    /** How many of the filters that the page shows on demand are set. */
    public int furtherCount() {
        int count = 0;
        for (boolean set : new boolean[] {
            !isBlank(supplier),
            !isBlank(category),
            policy != null,
            !isBlank(method),
            lifecycle != null,
            isProposed(),
            isOverridden(),
            isStopBuy(),
            isRunsOut()
        }) {
            count += set ? 1 : 0;
        }
        return count;
    }

    public boolean isEmpty() {
        return isBlank(q)
                && isBlank(warehouse)
                && abc == null
                && demand == null
                && status == null
                && isBlank(exception)
                && furtherCount() == 0;
    }

    /** Those of the address; else those of the person's role. */
    List<ItemColumn> columns(Set<Role> roles) {
        List<ItemColumn> chosen = chosen();
        List<ItemColumn> shown = chosen.isEmpty() ? ItemColumn.defaultsOf(roles) : chosen;
        return col == null ? shown : ticked(shown, col);
    }

    private List<ItemColumn> chosen() {
        return isBlank(cols) ? List.of() : found(List.of(String.valueOf(cols).split(",")));
    }

    /** What stays keeps its place, what is new comes at the end. */
    private static List<ItemColumn> ticked(List<ItemColumn> shown, List<String> keys) {
        List<ItemColumn> wanted = found(keys);
        List<ItemColumn> columns = new ArrayList<>(shown);
        columns.retainAll(wanted);
        wanted.stream().filter(column -> !columns.contains(column)).forEach(columns::add);
        return List.copyOf(columns);
    }

    private static List<ItemColumn> found(List<String> keys) {
        return keys.stream()
                .flatMap(key -> ItemColumn.findChoice(key).stream())
                .distinct()
                .toList();
    }

    /** The address of the page that begins after a row. */
    public String nextAddress(String key, int from) {
        return address(PATH, sort, isReversed(), cols, new Place(key, null, from));
    }

    /** The address of the page that ends before a row. */
    public String previousAddress(String key, int from) {
        return from <= 1
                ? address(PATH, sort, isReversed(), cols, Place.FIRST)
                : address(PATH, sort, isReversed(), cols, new Place(null, key, from));
    }

    /** The address of all pages of the same list as a file. */
    public String fileAddress(String extension) {
        return address(PATH + "." + extension, sort, isReversed(), cols, Place.FIRST);
    }

    /** The address of the first page, sorted by a column; the other way round if it is sorted by it already. */
    public String sortAddress(String name) {
        ItemColumn wanted = ItemColumn.valueOf(name);
        return address(PATH, wanted, wanted == sortOrDefault() && !isReversed(), cols, Place.FIRST);
    }

    /** The address of the same list with other columns; empty: those of the person's role. */
    public String columnsAddress(List<ItemColumn> columns) {
        return address(PATH, sort, isReversed(), keys(columns), Place.FIRST);
    }

    /** What a saved view keeps: the address behind its question mark, without where a page begins. */
    public String query() {
        String address = address(PATH, sort, isReversed(), cols, Place.FIRST);
        int mark = address.indexOf('?');
        return mark < 0 ? "" : address.substring(mark + 1);
    }

    static String keys(List<ItemColumn> columns) {
        return String.join(",", columns.stream().map(ItemColumn::key).toList());
    }

    /** What is filtered and sorted by, and the columns: names and values as an address has them. */
    public Map<String, Object> kept() {
        return parameters(sort, isReversed(), cols);
    }

    private Map<String, Object> parameters(@Nullable ItemColumn sort, boolean reverse, @Nullable String columns) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        put(parameters, "q", q);
        put(parameters, "warehouse", warehouse);
        put(parameters, "supplier", supplier);
        put(parameters, "category", category);
        put(parameters, "abc", abc);
        put(parameters, "demand", demand);
        put(parameters, "status", status);
        put(parameters, "policy", policy);
        put(parameters, "method", method);
        put(parameters, "lifecycle", lifecycle);
        put(parameters, "exception", exception);
        put(parameters, "proposed", isProposed() ? true : null);
        put(parameters, "overridden", isOverridden() ? true : null);
        put(parameters, "stopBuy", isStopBuy() ? true : null);
        put(parameters, "runsOut", isRunsOut() ? true : null);
        put(parameters, "sort", sort);
        put(parameters, "reverse", reverse ? true : null);
        put(parameters, "cols", columns);
        return parameters;
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            parameters.put(name, value);
        }
    }

    private String address(
            String path, @Nullable ItemColumn sort, boolean reverse, @Nullable String columns, Place place) {
        PageAddress address = PageAddress.of(path);
        parameters(sort, reverse, columns).forEach(address::with);
        return address.with("after", place.after())
                .with("before", place.before())
                .with("from", place.from() > 1 ? place.from() : null)
                .toString();
    }

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
