package org.plenish.engine.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.policy.SituationProfile;

/**
 * Something that the plan could not mend or that stands out in its facts, before anybody has said whether it matters.
 *
 * @param profile what rules may know of it
 * @param value at stake
 * @param message one sentence, with the numbers
 * @param names what an advice may name
 */
record Situation(SituationProfile profile, LocalDate date, Money value, String message, Names names) {

    /**
     * Names and sums for the sentence that says what to do.
     *
     * @param supplier who delivers it; null if nobody does
     * @param order the open order that is late, or the first that is due after the shortage; null if there is none
     * @param sender which warehouse can spare most; null if none can spare any
     * @param provision what the rules write down of it
     */
    record Names(
            @Nullable SupplierId supplier,
            @Nullable OpenPurchaseOrder order,
            @Nullable WarehouseId sender,
            Money provision) {

        static final Names NONE = new Names(null, null, null, Money.ZERO);
    }
}
