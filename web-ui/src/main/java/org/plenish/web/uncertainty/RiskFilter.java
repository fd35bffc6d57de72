package org.plenish.web.uncertainty;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.simulate.sample.SimulationSettings.Conduct;
import org.plenish.web.shared.PageAddress;
import org.plenish.web.shared.PlanHeader;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What the page shows, as the address says it; null or blank: not filtered by it.
 *
 * @param conduct what is done as a future unfolds
 * @param q part of an article's number, name or category
 * @param bucket start of the one whose stockouts are looked at; null: any over the horizon
 * @param least percent of the futures that a SKU-location is out of stock in, at least
 * @param reverse whether the sort's usual direction is turned round
 * @param page from 1
 */
public record RiskFilter(
        @Nullable Conduct conduct,
        @Nullable String q,
        @Nullable AbcClass abc,
        @Nullable String warehouse,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate bucket,

        @Nullable Integer least,
        @Nullable Sort sort,
        @Nullable Boolean reverse,
        @Nullable Integer page) {

    static final String PATH = "/what-may-happen";

    /** What the list can be sorted by; each begins with what is worst. */
    public enum Sort {
        RISK("%s", "DESC"),
        SHORT_VALUE("r.short_value", "DESC"),
        FILL_RATE("r.fill_rate", "ASC"),
        ITEM("r.item", "ASC");

        private final String column;
        private final String direction;

        Sort(String column, String direction) {
            this.column = column;
            this.direction = direction;
        }
    }

    public Conduct conductOrDefault() {
        return conduct == null ? Conduct.AS_PLANNED : conduct;
    }

    public Sort sortOrDefault() {
        return sort == null ? Sort.RISK : sort;
    }

    public boolean isReversed() {
        return Boolean.TRUE.equals(reverse);
    }

    /** Whether a column's numbers grow from top to bottom. */
    public boolean isAscending() {
        return sortOrDefault().direction.equals("ASC") != isReversed();
    }

    int pageOrFirst() {
        return page == null ? 1 : Math.max(1, page);
    }

    /** Share of the futures, 0 to 1. */
    double leastShare() {
        return least == null ? 0 : Math.max(0, Math.min(100, least)) / 100.0;
    }

    /** Index of the bucket in the plan; null: none is chosen, or it is none of the plan's. */
    @Nullable
    Integer bucketIndex(PlanHeader plan) {
        if (bucket == null) {
            return null;
        }
        int index = plan.buckets().indexOf(bucket);
        return index < 0 || index >= plan.bucketCount() ? null : index;
    }

    /**
     * All of it the other way round if it is reversed, so that it is the order of an index or its reverse.
     *
     * @param probability the column of what is looked at
     */
    String orderBy(String probability) {
        Sort sort = sortOrDefault();
        String up = isReversed() ? " DESC" : " ASC";
        String down = isReversed() ? " ASC" : " DESC";
        String rest = sort == Sort.SHORT_VALUE || sort == Sort.ITEM ? "" : ", r.short_value" + down;
        return sort.column.formatted(probability) + (isAscending() ? " ASC" : " DESC") + rest
                + (sort == Sort.ITEM ? "" : ", r.item" + up) + ", r.warehouse" + up;
    }

    /** The address of the same list if the other thing is done as a future unfolds. */
    public String conductAddress(String other) {
        return address(PATH, Conduct.valueOf(other), sort, isReversed(), 1);
    }

    public String pageAddress(int page) {
        return address(PATH, conduct, sort, isReversed(), page) + "#risks";
    }

    /** The address of all pages of the same list as a file. */
    public String fileAddress(String extension) {
        return address(PATH + "." + extension, conduct, sort, isReversed(), 1);
    }

    /** The address of the spread of the figures as a file. */
    public String spreadAddress(String extension) {
        return PATH + "/spread." + extension;
    }

    /** The address of the first page, sorted by {@code key}; the other way round if it is sorted by it already. */
    public String sortAddress(String key) {
        Sort wanted = Sort.valueOf(key);
        return address(PATH, conduct, wanted, wanted == sortOrDefault() && !isReversed(), 1) + "#risks";
    }

    private String address(String path, @Nullable Conduct conduct, @Nullable Sort sort, boolean reverse, int page) {
        return PageAddress.of(path)
                .with("conduct", conduct)
                .with("q", q)
                .with("warehouse", warehouse)
                .with("abc", abc)
                .with("bucket", bucket)
                .with("least", least)
                .with("sort", sort)
                .with("reverse", reverse ? true : null)
                .with("page", page > 1 ? page : null)
                .toString();
    }
}
