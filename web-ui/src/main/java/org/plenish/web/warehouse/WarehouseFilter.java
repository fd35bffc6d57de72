package org.plenish.web.warehouse;

import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.PageAddress;

/**
 * What the pages show, as the address says it.
 *
 * @param warehouse whose page it is; null or blank: the list of all
 * @param goods storage class of which the space is shown: null or blank: all; {@code -}: those without
 */
public record WarehouseFilter(
        @Nullable String warehouse, @Nullable String goods) {

    static final String PATH = "/warehouses";

    /** Stands for goods that need no special storage, as a blank means all. */
    private static final String ORDINARY = "-";

    /** Null: all goods. */
    @Nullable
    String storageClass() {
        if (goods == null || goods.isBlank()) {
            return null;
        }
        return goods.equals(ORDINARY) ? "" : goods;
    }

    /** Whether the space that is shown is of this class; null: of all. */
    public boolean isOf(@Nullable String storageClass) {
        String shown = storageClass();
        return shown == null ? storageClass == null : shown.equals(storageClass);
    }

    /** @param storageClass null: all goods; blank: those without */
    public String goodsAddress(@Nullable String storageClass) {
        return PageAddress.of(PATH)
                        .with("warehouse", warehouse)
                        .with("goods", storageClass != null && storageClass.isEmpty() ? ORDINARY : storageClass)
                + "#space";
    }

    /** The address of one of the page's tables as a file. */
    public String fileAddress(String table, String extension) {
        return PageAddress.of(PATH + "/" + table + "." + extension)
                .with("warehouse", warehouse)
                .with("goods", table.equals("space") ? goods : null)
                .toString();
    }
}
