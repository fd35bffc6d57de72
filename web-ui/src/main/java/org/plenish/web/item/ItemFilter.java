package org.plenish.web.item;

import org.jspecify.annotations.Nullable;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.policy.DemandClass;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.web.shared.PageAddress;

/**
 * What the list shows, as the address says it; null or blank: not filtered by it.
 *
 * @param q part of an article's number, name or category
 * @param exception a kind of exception, or {@code ANY}
 * @param reverse whether the sort's usual direction is turned round
 * @param page from 1
 */
public record ItemFilter(
        @Nullable String q,
        @Nullable AbcClass abc,
        @Nullable DemandClass demand,
        @Nullable ObsolescenceStatus status,
        @Nullable String warehouse,
        @Nullable String exception,
        @Nullable Sort sort,
        @Nullable Boolean reverse,
        @Nullable Integer page) {

    /** What the list can be sorted by; each begins with what a planner looks for first. */
    public enum Sort {
        ITEM("s.item", "ASC"),
        ON_HAND("on_hand_units", "DESC"),
        COVER("cover_days", "ASC"),
        FORECAST("forecast_per_day", "DESC"),
        VALUE("on_hand_value", "DESC"),
        PROPOSED("bought_units + moved_in_units", "DESC"),
        EXCEPTIONS("exceptions", "DESC");

        private final String expression;
        private final String direction;

        Sort(String expression, String direction) {
            this.expression = expression;
            this.direction = direction;
        }

        private String orderBy(boolean reversed) {
            String used = reversed ? (direction.equals("ASC") ? "DESC" : "ASC") : direction;
            return expression + " " + used + ", s.item, s.warehouse";
        }
    }

    public Sort sortOrDefault() {
        return sort == null ? Sort.ITEM : sort;
    }

    public boolean isReversed() {
        return Boolean.TRUE.equals(reverse);
    }

    /** Whether a column's numbers grow from top to bottom. */
    public boolean isAscending() {
        return sortOrDefault().direction.equals("ASC") != isReversed();
    }

    public int pageOrFirst() {
        return page == null ? 1 : Math.max(1, page);
    }

    public boolean isEmpty() {
        return isBlank(q)
                && abc == null
                && demand == null
                && status == null
                && isBlank(warehouse)
                && isBlank(exception);
    }

    /** The address of another page of the same list. */
    public String pageAddress(int page) {
        return address("/items", sort, isReversed(), page);
    }

    /** The address of all pages of the same list as a file. */
    public String fileAddress(String extension) {
        return address("/items." + extension, sort, isReversed(), 1);
    }

    /** The address of the first page, sorted by {@code key}; the other way round if it is sorted by it already. */
    public String sortAddress(String key) {
        Sort wanted = Sort.valueOf(key);
        return address("/items", wanted, wanted == sortOrDefault() && !isReversed(), 1);
    }

    private String address(String path, @Nullable Sort sort, boolean reverse, int page) {
        return PageAddress.of(path)
                .with("q", q)
                .with("warehouse", warehouse)
                .with("abc", abc)
                .with("demand", demand)
                .with("status", status)
                .with("exception", exception)
                .with("sort", sort)
                .with("reverse", reverse ? true : null)
                .with("page", page > 1 ? page : null)
                .toString();
    }

    /** Only the expressions of {@link Sort} ever reach the database. */
    String orderBy() {
        return sortOrDefault().orderBy(isReversed());
    }

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
