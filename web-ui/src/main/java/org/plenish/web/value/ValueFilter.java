package org.plenish.web.value;

import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.plan.value.StockGroup;
import org.plenish.engine.policy.AbcClass;
import org.plenish.web.shared.PageAddress;

/**
 * What the page shows, as the address says it; null or blank: all, or the usual.
 *
 * @param by what the table has a row for each of
 * @param at run of the plan that is shown; null: the current one
 * @param against run of the plan that it is compared with; null: the one before it
 */
public record ValueFilter(
        @Nullable By by,
        @Nullable String warehouse,
        @Nullable String category,
        @Nullable AbcClass abc,
        @Nullable Long at,
        @Nullable Long against) {

    static final String PATH = "/value";

    /** What the business can be cut by. */
    public enum By {
        WAREHOUSE(Scope.WAREHOUSE, "warehouse"),
        CATEGORY(Scope.CATEGORY, "category"),
        ABC(Scope.ABC, "abc_class");

        private final int scope;
        private final String column;

        By(int scope, String column) {
            this.scope = scope;
            this.column = column;
        }

        int scope() {
            return scope;
        }

        /** The only names of columns that ever reach the database from the address. */
        String column() {
            return column;
        }
    }

    public By byOrDefault() {
        return by == null ? By.WAREHOUSE : by;
    }

    /** What is looked at, without the cut. */
    StockGroup group() {
        return new StockGroup(
                warehouse == null || warehouse.isBlank() ? null : new WarehouseId(warehouse),
                isBlank(category) ? null : category,
                abc);
    }

    public boolean isNarrowed() {
        return !group().equals(StockGroup.ALL);
    }

    public String cutAddress(String other) {
        return address(PATH, By.valueOf(other), warehouse, category, abc);
    }

    /** The address of what a row of the table is of, cut by the next thing that is still open. */
    public String rowAddress(String name) {
        return switch (byOrDefault()) {
            case WAREHOUSE -> address(PATH, isBlank(category) ? By.CATEGORY : By.ABC, name, category, abc);
            case CATEGORY -> address(PATH, isBlank(warehouse) ? By.WAREHOUSE : By.ABC, warehouse, name, abc);
            case ABC ->
                address(
                        PATH,
                        isBlank(category) ? By.CATEGORY : By.WAREHOUSE,
                        warehouse,
                        category,
                        AbcClass.valueOf(name));
        };
    }

    /** The address of the table as a file. */
    public String fileAddress(String extension) {
        return address(PATH + "." + extension, by, warehouse, category, abc);
    }

    /** The address of the points over time as a file. */
    public String historyAddress(String extension) {
        return address(PATH + "/over-time." + extension, null, warehouse, category, abc);
    }

    private String address(
            String path,
            @Nullable By cut,
            @Nullable String warehouseId,
            @Nullable String categoryName,
            @Nullable AbcClass abcClass) {
        return PageAddress.of(path)
                .with("by", cut)
                .with("warehouse", warehouseId)
                .with("category", categoryName)
                .with("abc", abcClass)
                .with("at", at)
                .with("against", against)
                .toString();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
