package org.plenish.web.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plenish.engine.model.Money;
import org.plenish.web.order.life.Finding;
import org.plenish.web.order.life.OrderChecks;
import org.plenish.web.shared.PlanHeader;
import org.springframework.stereotype.Component;

/** Holds a changed order to the limits that it as a whole, or all orders together, have to keep. */
@Component
class OrderLimits {

    private final OrderStore orders;
    private final SupplyTerms terms;

    OrderLimits(OrderStore orders, SupplyTerms terms) {
        this.orders = orders;
        this.terms = terms;
    }

    /** @param moreValue by how much the orders that the change touches together are worth more */
    List<Finding> judge(
            PlanHeader plan,
            OrderHead order,
            List<OrderLine> before,
            List<OrderLine> after,
            double volumeBefore,
            BigDecimal moreValue,
            ChangeForm form) {
        List<Finding> findings = new ArrayList<>();
        LocalDate orderDate = orders.read(order.number()).orElseThrow().orderDate();
        if (order.kind() == OrderKind.PURCHASE) {
            SupplyTerms.SupplierTerms supplier = terms.supplier(plan.runId(), order.partner());
            if (!after.isEmpty()) {
                findings.addAll(OrderChecks.order(
                        Money.of(OrderLine.totalValue(after)),
                        supplier.minimum(),
                        orderDate,
                        supplier.orderWeekdays()));
            }
            Double containerM3 = supplier.containerM3();
            if (containerM3 != null) {
                findings.addAll(OrderChecks.containers(
                        volumeBefore, terms.orderVolumeM3(plan.runId(), order.id()), containerM3));
            }
            terms.cash(plan, orderDate)
                    .forEach(limit -> findings.addAll(OrderChecks.limit(limit, moreValue.doubleValue())));
        }
        if (form.change() != ChangeForm.Kind.MERGE && form.change() != ChangeForm.Kind.SUPPLIER) {
            arrivals(before, after).forEach((arrival, units) -> {
                double m3 = units * terms.unitVolumeM3(plan.runId(), arrival.item());
                terms.space(plan, arrival.item(), order.warehouse(), arrival.day())
                        .forEach(limit -> findings.addAll(OrderChecks.limit(limit, m3)));
            });
        }
        if (order.kind() == OrderKind.TRANSFER) {
            after.stream()
                    .map(OrderLine::item)
                    .distinct()
                    .forEach(item -> terms.findOutlook(plan, item, order.partner())
                            .filter(sender -> sender.lowestUnits() < 0)
                            .ifPresent(sender -> findings.add(new Finding(
                                    Finding.Weight.WARNS,
                                    "The sender " + order.partner() + " would run short of " + item + " by "
                                            + -sender.lowestUnits() + " units."))));
        }
        return findings;
    }

    private record Arrival(String item, LocalDate day) {}

    /** By how many units more, or less, of an item come on a day. */
    private static Map<Arrival, Integer> arrivals(List<OrderLine> before, List<OrderLine> after) {
        Map<Arrival, Integer> units = new LinkedHashMap<>();
        after.forEach(
                line -> units.merge(new Arrival(line.item(), line.dueDate()), line.quantityUnits(), Integer::sum));
        before.forEach(
                line -> units.merge(new Arrival(line.item(), line.dueDate()), -line.quantityUnits(), Integer::sum));
        return units;
    }
}
