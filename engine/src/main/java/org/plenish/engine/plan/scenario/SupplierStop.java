package org.plenish.engine.plan.scenario;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.Supplier.Closure;
import org.plenish.engine.model.SupplierId;

/**
 * Suppliers accept no orders for a while. Policies are made as if they did: a stop is not the usual case for which stock is
 * kept, but what the plan has to get through.
 *
 * @param delaysOpenOrders whether what is on order and due in that time arrives as many days late as the stop lasts
 */
record SupplierStop(Set<SupplierId> suppliers, LocalDate from, LocalDate to, boolean delaysOpenOrders)
        implements Change {

    static final ChangeKind KIND = new ChangeKind("supplier_stop", SupplierStop::read);

    SupplierStop {
        suppliers = Set.copyOf(suppliers);
    }

    private static SupplierStop read(ChangeFields fields) {
        fields.requireSomeOf("suppliers");
        LocalDate from = fields.date("from");
        LocalDate to = fields.date("to");
        Period.read(fields);
        return new SupplierStop(
                fields.suppliers("suppliers"), from, to.isBefore(from) ? from : to, fields.flag("delays_open_orders"));
    }

    @Override
    public Driver driver() {
        return Driver.SUPPLY;
    }

    @Override
    public String sentence() {
        return Selection.names(suppliers) + (suppliers.size() == 1 ? " accepts" : " accept") + " no orders"
                + new Period(from, to).words() + "."
                + (delaysOpenOrders ? " What was due from them in that time comes as much later." : "");
    }

    @Override
    public NoReplay noReplay() {
        return NoReplay.AHEAD;
    }

    @Override
    public void applyTo(Draft draft) {
        draft.suppliers.replaceAll((id, supplier) -> suppliers.contains(id) ? closed(supplier) : supplier);
        if (delaysOpenOrders) {
            Draft.replaceAll(draft.openPurchaseOrders, this::delayed);
        }
    }

    private Supplier closed(Supplier supplier) {
        List<Closure> closures = new ArrayList<>(supplier.closures());
        closures.add(new Closure(from, to));
        return new Supplier(
                supplier.id(),
                supplier.name(),
                supplier.leadTimeDays(),
                supplier.leadTimeSdDays(),
                supplier.minOrderValue(),
                supplier.orderCost(),
                supplier.orderWeekdays(),
                supplier.paymentTermsDays(),
                supplier.containerVolumeM3(),
                supplier.containerCost(),
                closures);
    }

    private OpenPurchaseOrder delayed(OpenPurchaseOrder order) {
        if (!suppliers.contains(order.supplier()) || !new Period(from, to).holds(order.dueDate())) {
            return order;
        }
        return new OpenPurchaseOrder(
                order.order(),
                order.supplier(),
                order.location(),
                order.quantityUnits(),
                order.dueDate().plusDays(ChronoUnit.DAYS.between(from, to) + 1),
                order.orderDate(),
                order.unitCost());
    }
}
