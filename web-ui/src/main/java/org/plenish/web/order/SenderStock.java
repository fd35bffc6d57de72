package org.plenish.web.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plenish.web.order.life.StockOutlook;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.PlanHeader;
import org.springframework.stereotype.Component;

/**
 * Whether a warehouse has what it is to send. A transfer that leaves its sender short is approved only with a reason: to
 * help one warehouse at the cost of another may be right, but nobody should do so without knowing.
 */
@Component
class SenderStock {

    private final CurrentPlan currentPlan;
    private final OrderQueries queries;
    private final SupplyTerms terms;

    SenderStock(CurrentPlan currentPlan, OrderQueries queries, SupplyTerms terms) {
        this.currentPlan = currentPlan;
        this.queries = queries;
        this.terms = terms;
    }

    /** Empty if the sender is not short, or the approver says why it may be. */
    Optional<Outcome> findRefusal(OrderHead order, String reason) {
        if (!reason.isEmpty()) {
            return Optional.empty();
        }
        List<String> shortages = shortages(order);
        return shortages.isEmpty()
                ? Optional.empty()
                : Optional.of(Outcome.refused("The sender is short: " + String.join("; ", shortages)
                        + ". To approve it all the same, say why in the field “Reason”; otherwise reject it."));
    }

    /** In words, each item that the sender is short of by this transfer, as all orders stand; none of a purchase. */
    List<String> shortages(OrderHead order) {
        if (order.kind() != OrderKind.TRANSFER) {
            return List.of();
        }
        return currentPlan.find().map(plan -> shortages(plan, order)).orElse(List.of());
    }

    private List<String> shortages(PlanHeader plan, OrderHead order) {
        Map<String, Integer> units = queries.allLines(order.id()).stream()
                .collect(Collectors.toMap(OrderLine::item, OrderLine::quantityUnits, Integer::sum, TreeMap::new));
        List<String> shortages = new ArrayList<>();
        units.forEach((item, sent) -> terms.findOutlook(plan, item, order.partner())
                .map(outlook -> shortUnits(outlook, order, sent))
                .filter(missing -> missing > 0)
                .ifPresent(missing -> shortages.add(
                        order.partner() + " would be short of " + missing + " of the " + sent + " " + item)));
        return shortages;
    }

    /**
     * What is not there on the day it is to leave, or goes missing later because it left. What would be missing later
     * anyway does not count.
     */
    private static int shortUnits(StockOutlook with, OrderHead order, int sent) {
        int[] net = with.netUnits();
        int[] without = with.plus(order.orderDate(), sent).netUnits();
        int missing = 0;
        for (int t = Math.max(0, with.buckets().indexOf(order.orderDate())); t < net.length; t++) {
            missing = Math.max(missing, Math.min(0, without[t]) - Math.min(0, net[t]));
        }
        return missing;
    }
}
