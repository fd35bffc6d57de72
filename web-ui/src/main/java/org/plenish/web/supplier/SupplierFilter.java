package org.plenish.web.supplier;

import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.PageAddress;

/**
 * What the pages show, as the address says it; null or blank: not filtered by it.
 *
 * @param supplier whose page it is; null: the list of all
 * @param q part of a supplier's number or name
 * @param reverse whether the sort's usual direction is turned round
 * @param sole only items that nobody else can deliver
 * @param items page of the items, from 1
 * @param orders page of the open lines, from 1
 */
public record SupplierFilter(
        @Nullable String supplier,
        @Nullable String q,
        @Nullable Sort sort,
        @Nullable Boolean reverse,
        @Nullable Boolean sole,
        @Nullable Integer items,
        @Nullable Integer orders) {

    static final String PATH = "/suppliers";

    /** What the list can be sorted by. */
    public enum Sort {
        NAME("name", "ASC"),
        ANNUAL_VALUE("annual_value", "DESC"),
        SOLE("sole_items", "DESC"),
        OPEN("open_value", "DESC"),
        LATE("late_lines", "DESC"),
        LEAD_TIME("lead_time_days", "DESC"),
        OTIF("otif_share", "ASC"),
        SAVING("day_less_value", "DESC");

        private final String column;
        private final String direction;

        Sort(String column, String direction) {
            this.column = column;
            this.direction = direction;
        }
    }

    public Sort sortOrDefault() {
        return sort == null ? Sort.ANNUAL_VALUE : sort;
    }

    public boolean isReversed() {
        return Boolean.TRUE.equals(reverse);
    }

    public boolean isSole() {
        return Boolean.TRUE.equals(sole);
    }

    /** Whether a column's numbers grow from top to bottom. */
    public boolean isAscending() {
        return sortOrDefault().direction.equals("ASC") != isReversed();
    }

    /** Only the columns of {@link Sort} ever reach the database. */
    String orderBy() {
        return sortOrDefault().column + (isAscending() ? " ASC" : " DESC") + " NULLS LAST, supplier";
    }

    int itemsPage() {
        return items == null ? 1 : Math.max(1, items);
    }

    int ordersPage() {
        return orders == null ? 1 : Math.max(1, orders);
    }

    public String sortAddress(String key) {
        Sort wanted = Sort.valueOf(key);
        return PageAddress.of(PATH)
                .with("q", q)
                .with("sort", wanted)
                .with("reverse", wanted == sortOrDefault() && !isReversed() ? true : null)
                .toString();
    }

    public String fileAddress(String extension) {
        return PageAddress.of(PATH + "." + extension)
                .with("q", q)
                .with("sort", sort)
                .with("reverse", isReversed() ? true : null)
                .toString();
    }

    /** The address of the items of a supplier as a file. */
    public String itemsFileAddress(String extension) {
        return PageAddress.of(PATH + "/items." + extension)
                .with("supplier", supplier)
                .with("sole", isSole() ? true : null)
                .toString();
    }

    public String itemsAddress(int page) {
        return own(isSole(), page, ordersPage()) + "#items";
    }

    public String soleAddress(boolean only) {
        return own(only, 1, ordersPage()) + "#items";
    }

    public String ordersAddress(int page) {
        return own(isSole(), itemsPage(), page) + "#open";
    }

    private String own(boolean onlySole, int itemsPage, int ordersPage) {
        return PageAddress.of(PATH)
                .with("supplier", supplier)
                .with("sole", onlySole ? true : null)
                .with("items", itemsPage > 1 ? itemsPage : null)
                .with("orders", ordersPage > 1 ? ordersPage : null)
                .toString();
    }
}
