package org.plenish.web.quality;

import java.math.BigDecimal;

/**
 * A stock record that is worth counting, as the list shows it.
 *
 * @param errorSdUnits standard deviation of what it is wrong by
 * @param cost what its inaccuracy is expected to cost in a year
 */
public record CountRow(
        int rank,
        String item,
        String description,
        String warehouse,
        String unitOfMeasure,
        String abcClass,
        int onHandUnits,
        int movements,
        double errorSdUnits,
        long contradictionUnits,
        BigDecimal shortageCost,
        BigDecimal holdingCost,
        BigDecimal contradictionValue,
        BigDecimal cost) {}
