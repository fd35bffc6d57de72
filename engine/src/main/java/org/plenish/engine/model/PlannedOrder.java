package org.plenish.engine.model;

import java.time.LocalDate;

/** What a plan proposes: to buy, or to move. */
public sealed interface PlannedOrder permits PurchaseOrder, TransferOrder {

    /** Unique in the plan and stable between identical runs, such as {@code PO-0001}. */
    String number();

    /** The day on which somebody has to act. */
    LocalDate releaseDate();

    /** The day on which the goods are available at their destination. */
    LocalDate dueDate();

    WarehouseId destination();

    /** Whether it is to be acted on now; otherwise it is the outlook. */
    default boolean isDueForReleaseOn(LocalDate planDate) {
        return !releaseDate().isAfter(planDate);
    }
}
