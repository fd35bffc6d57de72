package org.plenish.engine.policy;

import java.util.HashMap;
import java.util.Map;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.WarehouseId;

/**
 * What a purchase order gathers: all that a supplier delivers to a warehouse shares the order's cost. Value is what is forecast to
 * sell in a year, at unit cost, in currency units.
 */
final class JointOrders {

    private static final double DAYS_PER_YEAR = 365;

    private final Dataset dataset;
    private final Map<Family, Double> annualValueByFamily = new HashMap<>();

    private record Family(SupplierId supplier, WarehouseId warehouse) {

        static Family of(SupplyOption option, SkuLocation location) {
            return new Family(option.supplier(), location.warehouse());
        }
    }

    JointOrders(Dataset dataset) {
        this.dataset = dataset;
    }

    /** @param option by which it is bought */
    void add(SkuLocation location, SupplyOption option, double forecastUnitsPerDay) {
        annualValueByFamily.merge(Family.of(option, location), annualValue(location, forecastUnitsPerDay), Double::sum);
    }

    /**
     * Its part of its purchase orders' value: with this share of their cost, and without line costs, every article has the
     * {@link #cycleDays}. Source: Silver, Pyke & Thomas (2017), §10.4.
     *
     * @return 0 to 1; 1 where nothing of the supplier is expected to sell
     */
    double shareOf(SkuLocation location, SupplyOption option, double forecastUnitsPerDay) {
        double familyValue = familyValue(location, option);
        return familyValue > 0 ? annualValue(location, forecastUnitsPerDay) / familyValue : 1;
    }

    /**
     * Days between orders at which ordering and holding all of them together costs least: {@code T = 365·√(2A / (r·ΣDv))}, A the
     * order's cost, r the warehouse's holding rate. Source: Silver, Pyke & Thomas (2017), §10.4. Example: A = 100, r = 0.25 and
     * 20,000 a year give 365·√0.04 = 73 days.
     *
     * @return days, 0 where an order costs nothing; {@link SkuLocationProfile#NEVER_DAYS} at most
     */
    double cycleDays(SkuLocation location, SupplyOption option) {
        double orderCost = dataset.supplier(option.supplier()).orderCost().toDouble();
        if (orderCost <= 0) {
            return 0;
        }
        double holdingPerYear = familyValue(location, option)
                * dataset.warehouse(location.warehouse()).holdingCostRatePerYear();
        return Math.min(SkuLocationProfile.NEVER_DAYS, DAYS_PER_YEAR * Math.sqrt(2 * orderCost / holdingPerYear));
    }

    private double familyValue(SkuLocation location, SupplyOption option) {
        return annualValueByFamily.getOrDefault(Family.of(option, location), 0.0);
    }

    private double annualValue(SkuLocation location, double forecastUnitsPerDay) {
        return forecastUnitsPerDay
                * DAYS_PER_YEAR
                * dataset.item(location.item()).unitCost().toDouble();
    }
}
