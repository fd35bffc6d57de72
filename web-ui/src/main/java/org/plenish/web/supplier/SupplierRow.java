package org.plenish.web.supplier;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One supplier as the plan sees it.
 *
 * @param otifShare on time in full, of the lines of ours that were due in the year before the plan was stored; null: none was
 * @param meanLeadTimeDays NaN: nothing of ours has come
 * @param minOrderValue 0: none
 * @param containerVolumeM3 null: it ships in none
 */
public record SupplierRow(
        String supplier,
        String name,
        int items,
        int soleItems,
        int locations,
        double annualValue,
        double soleAnnualValue,
        double safetyStockValue,
        double dayLessValue,
        double halfSpreadValue,
        int leadTimeDays,
        double leadTimeSdDays,
        BigDecimal orderCost,
        int paymentTermsDays,
        @Nullable BigDecimal containerCost,
        BigDecimal minOrderValue,
        @Nullable Double containerVolumeM3,
        int openLines,
        BigDecimal openValue,
        int lateLines,
        BigDecimal lateValue,
        BigDecimal proposedNowValue,
        BigDecimal outlookValue,
        int dueLines,
        int receivedLines,
        double meanLeadTimeDays,
        @Nullable Double otifShare) {

    /** Of what is usually bought from it, the share that nobody else can deliver; NaN if nothing is. */
    public double soleShare() {
        return annualValue > 0 ? soleAnnualValue / annualValue : Double.NaN;
    }
}
