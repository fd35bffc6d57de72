package org.plenish.engine.plan.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.SupplyOption;

/**
 * Suppliers ask other prices or quantities.
 *
 * @param suppliers empty: all who sell the articles
 * @param unitCostFactor times every price, those of price breaks as well; where the supplier is an article's preferred one,
 *     the cost at which its stock is valued as well; null if not changed
 * @param minOrderQuantityUnits null if not changed
 * @param minOrderQuantityFactor times the least quantity, rounded up; null if not changed
 * @param orderMultipleUnits null if not changed
 * @param minOrderValue of a purchase order, for suppliers as a whole; null if not changed
 */
record PurchaseTermsChange(
        Set<SupplierId> suppliers,
        Selection selection,
        @Nullable Double unitCostFactor,
        @Nullable Integer minOrderQuantityUnits,
        @Nullable Double minOrderQuantityFactor,
        @Nullable Integer orderMultipleUnits,
        @Nullable Money minOrderValue)
        implements Change {

    static final ChangeKind KIND = new ChangeKind("purchase_terms", PurchaseTermsChange::read);
    private static final double LEAST_FACTOR = 0.01;

    PurchaseTermsChange {
        suppliers = Set.copyOf(suppliers);
    }

    private static PurchaseTermsChange read(ChangeFields fields) {
        fields.requireSomeOf(
                "unit_cost_factor",
                "min_order_quantity",
                "min_order_quantity_factor",
                "order_multiple",
                "min_order_value");
        if (fields.isGiven("min_order_quantity") && fields.isGiven("min_order_quantity_factor")) {
            fields.error("min_order_quantity_factor", "must not be given beside min_order_quantity", null);
        }
        if (fields.isGiven("min_order_value") && !fields.isGiven("suppliers")) {
            fields.error("min_order_value", "must come with suppliers, whose orders it holds for", null);
        }
        return new PurchaseTermsChange(
                fields.suppliers("suppliers"),
                Selection.ofItems(fields),
                fields.numberIfGiven("unit_cost_factor", LEAST_FACTOR, DemandChange.LARGEST_FACTOR),
                fields.wholeNumberIfGiven("min_order_quantity", 1),
                fields.numberIfGiven("min_order_quantity_factor", LEAST_FACTOR, DemandChange.LARGEST_FACTOR),
                fields.wholeNumberIfGiven("order_multiple", 1),
                fields.moneyIfGiven("min_order_value"));
    }

    @Override
    public Driver driver() {
        return Driver.TERMS;
    }

    @Override
    public String sentence() {
        List<String> parts = new ArrayList<>();
        if (unitCostFactor != null) {
            parts.add("unit costs × " + Words.number(unitCostFactor));
        }
        if (minOrderQuantityUnits != null) {
            parts.add("at least " + minOrderQuantityUnits + " units a line");
        }
        if (minOrderQuantityFactor != null) {
            parts.add("least quantities × " + Words.number(minOrderQuantityFactor));
        }
        if (orderMultipleUnits != null) {
            parts.add("in multiples of " + orderMultipleUnits);
        }
        if (minOrderValue != null) {
            parts.add("orders of at least " + minOrderValue);
        }
        String who = suppliers.isEmpty() ? "All suppliers" : Selection.names(suppliers);
        return who + " for " + selection.words() + ": " + String.join(", ", parts) + ".";
    }

    @Override
    public @Nullable NoReplay noReplay() {
        return minOrderValue == null
                ? null
                : new NoReplay("min_order_value", "suppliers take orders of any value in it");
    }

    @Override
    public void applyTo(Draft draft) {
        Map<ItemId, SupplierId> preferred = preferred(draft.supplyOptions);
        if (unitCostFactor != null) {
            double times = unitCostFactor;
            draft.items.replaceAll((id, item) -> {
                SupplierId supplier = preferred.get(id);
                return supplier != null && isMeant(supplier) && selection.holds(item)
                        ? Terms.priced(item, Terms.times(item.unitCost(), times), item.unitPrice())
                        : item;
            });
        }
        Draft.replaceAll(
                draft.supplyOptions,
                option -> isMeant(option.supplier()) && selection.holds(draft.item(option.item()))
                        ? changed(option)
                        : option);
        Money least = minOrderValue;
        if (least != null) {
            draft.suppliers.replaceAll((id, supplier) -> isMeant(id) ? withMinOrderValue(supplier, least) : supplier);
        }
    }

    private static Map<ItemId, SupplierId> preferred(List<SupplyOption> options) {
        Map<ItemId, SupplyOption> first = new HashMap<>();
        for (SupplyOption option : options) {
            first.merge(option.item(), option, (one, other) -> other.priority() < one.priority() ? other : one);
        }
        Map<ItemId, SupplierId> suppliers = new HashMap<>();
        first.forEach((item, option) -> suppliers.put(item, option.supplier()));
        return suppliers;
    }

    private boolean isMeant(SupplierId supplier) {
        return suppliers.isEmpty() || suppliers.contains(supplier);
    }

    private SupplyOption changed(SupplyOption option) {
        int least = option.minOrderQuantityUnits();
        if (minOrderQuantityUnits != null) {
            least = minOrderQuantityUnits;
        } else if (minOrderQuantityFactor != null) {
            least = Math.toIntExact(Math.max(1, (long) Math.ceil(least * minOrderQuantityFactor)));
        }
        int multiple = orderMultipleUnits == null ? option.orderMultipleUnits() : orderMultipleUnits;
        SupplyOption sized = Terms.inQuantities(option, least, multiple);
        return unitCostFactor == null ? sized : Terms.priced(sized, unitCostFactor);
    }

    private static Supplier withMinOrderValue(Supplier supplier, Money least) {
        return new Supplier(
                supplier.id(),
                supplier.name(),
                supplier.leadTimeDays(),
                supplier.leadTimeSdDays(),
                least,
                supplier.orderCost(),
                supplier.orderWeekdays(),
                supplier.paymentTermsDays(),
                supplier.containerVolumeM3(),
                supplier.containerCost(),
                supplier.closures());
    }
}
