package org.plenish.engine.plan.quality;

import org.plenish.engine.model.Money;
import org.plenish.engine.model.SkuLocation;

/**
 * A record that is worth counting.
 *
 * @param movements days with a sale or a return in the last year
 * @param errorSdUnits standard deviation σ of what the record is wrong by
 * @param contradictionUnits that the data itself says are missing or too many; 0: none
 * @param shortageCost expected, of stock that is not there
 * @param holdingCost expected, of what is bought though it is there
 * @param contradictionValue of the units that the data contradicts itself by
 */
public record CountProposal(
        SkuLocation location,
        int onHandUnits,
        int movements,
        double errorSdUnits,
        long contradictionUnits,
        Money shortageCost,
        Money holdingCost,
        Money contradictionValue) {

    /** What counting it is worth: by this it is ranked. */
    public Money cost() {
        return shortageCost.plus(holdingCost).plus(contradictionValue);
    }
}
