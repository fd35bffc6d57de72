package org.plenish.engine.simulate.backtest;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.plenish.engine.math.Gamma;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.WarehouseId;

/**
 * How long orders take. One that was really placed at the same supplier for the same warehouse on the same day tells; else a gamma
 * distribution with the option's lead time and the supplier's spread is drawn from; without a spread it is the option's lead
 * time. All that is ordered of a supplier for a warehouse on a day comes with the same luck, whoever orders it, so policies that are
 * compared meet the same lead times. Where a what-if changes a supplier's lead times, what was really placed there tells nothing
 * of them.
 */
final class LeadTimes {

    private final long seed;
    private final Map<Placed, Integer> realDays = new HashMap<>();

    private record Placed(SupplierId supplier, WarehouseId warehouse, LocalDate orderDate) {}

    /** @param changed the dataset as a what-if changes it; {@code dataset} itself if none does */
    LeadTimes(Dataset dataset, Dataset changed, long seed) {
        this.seed = seed;
        Set<SupplierId> otherwise = changedSuppliers(dataset, changed);
        for (OpenPurchaseOrder order : dataset.openPurchaseOrders()) {
            LocalDate ordered = order.orderDate();
            if (ordered != null && !order.dueDate().isBefore(ordered) && !otherwise.contains(order.supplier())) {
                realDays.merge(
                        new Placed(order.supplier(), order.location().warehouse(), ordered),
                        Math.toIntExact(ChronoUnit.DAYS.between(ordered, order.dueDate())),
                        Math::max);
            }
        }
    }

    private static Set<SupplierId> changedSuppliers(Dataset dataset, Dataset changed) {
        Set<SupplierId> otherwise = new HashSet<>();
        changed.suppliers().forEach((id, supplier) -> {
            Supplier before = dataset.suppliers().get(id);
            if (before == null
                    || before.leadTimeDays() != supplier.leadTimeDays()
                    || before.leadTimeSdDays() != supplier.leadTimeSdDays()) {
                otherwise.add(id);
            }
        });
        return otherwise;
    }

    /** Days from the order to goods available, 0 or more. */
    int days(SupplyTerms terms, WarehouseId warehouse, LocalDate orderDate) {
        Supplier supplier = terms.supplier();
        Integer real = realDays.get(new Placed(supplier.id(), warehouse, orderDate));
        if (real != null) {
            return real;
        }
        double mean = terms.option().leadTimeDays();
        double sd = supplier.leadTimeSdDays();
        if (sd <= 0 || mean <= 0) {
            return terms.option().leadTimeDays();
        }
        double drawn = Gamma.ofMoments(mean, sd).quantile(luck(supplier.id(), warehouse, orderDate));
        return (int) Math.round(drawn);
    }

    /** Strictly between 0 and 1, the same for the same key. */
    private double luck(SupplierId supplier, WarehouseId warehouse, LocalDate orderDate) {
        long key = seed;
        key = key * 0x9E3779B97F4A7C15L + supplier.value().hashCode();
        key = key * 0x9E3779B97F4A7C15L + warehouse.value().hashCode();
        key = key * 0x9E3779B97F4A7C15L + orderDate.toEpochDay();
        return Math.max(1e-9, new SplittableRandom(key).nextDouble());
    }
}
