package org.plenish.web.item;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The status, classes and parameters of one SKU-location; forecast in units a bucket.
 *
 * @param overriddenFields columns of {@code policy_overrides.csv} by which a person's values went before the rules',
 *     separated by commas; blank: none
 * @param overrideLastDay null: without end, or there is none
 */
public record ItemAtWarehouse(
        String item,
        String warehouse,
        String description,
        String category,
        String uom,
        String lifecycle,
        BigDecimal unitCost,
        String warehouseName,
        String abcClass,
        String demandClass,
        String status,
        String lifecycleAction,
        boolean stopBuy,
        String policyType,
        double serviceTarget,
        String safetyStockMethod,
        int safetyStockUnits,
        int reorderPointUnits,
        int orderUpToUnits,
        int orderQuantityUnits,
        int reviewDays,
        int leadTimeDays,
        int minOrderUnits,
        int orderMultipleUnits,
        @Nullable String supplier,
        @Nullable String supplierName,
        @Nullable String fromWarehouse,
        int onHandUnits,
        int netUnits,
        int onOrderUnits,
        int expiringUnits,
        double coverDays,
        BigDecimal onHandValue,
        double annualUnits,
        double annualValue,
        double demandInterval,
        double demandVariation,
        int daysSinceLastSale,
        double forecastUnits,
        String forecastMethod,
        String forecastWhy,
        int forecastOrigins,
        double meanAbsoluteError,
        double meanScaledError,
        double trackingSignal,
        double naiveError,
        double forecastError,
        @Nullable LocalDate firstStockoutBefore,
        @Nullable LocalDate firstStockoutAfter,
        int boughtUnits,
        int movedInUnits,
        int movedOutUnits,
        String overriddenFields,
        String overrideReason,
        @Nullable LocalDate overrideLastDay) {}
