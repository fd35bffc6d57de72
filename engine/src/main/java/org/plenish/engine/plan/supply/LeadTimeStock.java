package org.plenish.engine.plan.supply;

import org.plenish.engine.inventory.LeadTimeDemand;
import org.plenish.engine.plan.SkuLocationPlan;
import org.plenish.engine.policy.PolicyCalculation;
import org.plenish.engine.policy.SafetyStockMethod;

/**
 * What a lead time costs in safety stock, at the safety factor k that the policy came to: {@code SS = k·√(σ_D² + d²·σ_L²)}
 * with σ_D the forecast's error over lead time and review, d the demand a day and σ_L the spread of the lead time. Exact
 * for normal demand at a cycle service; elsewhere k would move a little. Source: Silver, Pyke & Thomas (2017), §6.7, §6.10.
 *
 * @param safetyStockValue of the policy, at unit cost (currency units)
 * @param dayLessValue safety stock that a lead time one day shorter would save
 * @param halfSpreadValue safety stock that half the spread of the lead time would save
 */
public record LeadTimeStock(double safetyStockValue, double dayLessValue, double halfSpreadValue) {

    public static final LeadTimeStock NONE = new LeadTimeStock(0, 0, 0);

    static LeadTimeStock of(SkuLocationPlan location) {
        PolicyCalculation calculation = location.calculation();
        double unitCost = location.profile().item().unitCost().toDouble();
        double value = location.policy().safetyStockUnits() * unitCost;
        if (!followsLeadTime(location)) {
            return new LeadTimeStock(value, 0, 0);
        }
        double factorValue = calculation.safetyFactor() * unitCost;
        double sdUnits = calculation.protection().sdUnits();
        return new LeadTimeStock(
                value,
                factorValue * Math.max(0, sdUnits - dayLessSdUnits(location)),
                factorValue * (sdUnits - halfSpreadSdUnits(calculation)));
    }

    LeadTimeStock plus(LeadTimeStock other) {
        return new LeadTimeStock(
                safetyStockValue + other.safetyStockValue,
                dayLessValue + other.dayLessValue,
                halfSpreadValue + other.halfSpreadValue);
    }

    /** A person's number, days of cover and none at all do not move with the spread of demand. */
    private static boolean followsLeadTime(SkuLocationPlan location) {
        SafetyStockMethod method = location.choice().safetyStockMethod();
        return location.policy().safetyStockUnits() > 0
                && method != SafetyStockMethod.NONE
                && method != SafetyStockMethod.DAYS_OF_COVER
                && !location.calculation().overridden().contains("safety_stock");
    }

    private static double dayLessSdUnits(SkuLocationPlan location) {
        PolicyCalculation calculation = location.calculation();
        if (calculation.supply().leadTimeDays() < 1) {
            return calculation.protection().sdUnits();
        }
        double days = calculation.protection().days();
        double daysPerBucket = location.forecast().buckets().size().days();
        double shorter = location.forecast().sdOver((days - 1) / daysPerBucket);
        double now = location.forecast().sdOver(days / daysPerBucket);
        double total = calculation.protection().sdUnits();
        // What is in σ beside the forecast's error stays.
        return Math.sqrt(Math.max(0, total * total - now * now + shorter * shorter));
    }

    private static double halfSpreadSdUnits(PolicyCalculation calculation) {
        LeadTimeDemand protection = calculation.protection();
        double spread = protection.unitsPerDay() * calculation.supply().leadTimeSdDays();
        double squared = protection.sdUnits() * protection.sdUnits();
        return Math.sqrt(Math.max(0, squared - 0.75 * spread * spread)); // spread² less (spread / 2)²
    }
}
