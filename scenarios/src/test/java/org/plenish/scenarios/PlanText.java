package org.plenish.scenarios;

import java.util.Locale;
import org.plenish.engine.model.PurchaseOrder;
import org.plenish.engine.model.TransferOrder;
import org.plenish.engine.plan.PlanException;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.SkuLocationPlan;

/** A plan as a person would note it down, to be compared with what was expected. */
final class PlanText {

    private PlanText() {}

    static String of(ReplenishmentPlan plan) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "Plan of %s for %d weeks",
                plan.dataset().asOf(),
                plan.buckets().count());
        line(text, "");
        line(text, "Policies");
        for (SkuLocationPlan location : plan.locations()) {
            line(
                    text,
                    "  %s: %s, %s, forecast %.2f a week (%s), safety stock %d, reorder point %d, %s",
                    location.location(),
                    location.choice().abcClass(),
                    location.choice().demandClass(),
                    location.forecast().meanUnits().stream().average().orElse(0),
                    location.forecast().method(),
                    location.policy().safetyStockUnits(),
                    location.policy().reorderPointUnits(),
                    location.choice().obsolescenceStatus());
        }
        line(text, "");
        line(text, "Buy");
        for (PurchaseOrder order : plan.purchaseOrders()) {
            line(text, "  %s from %s for %s", order.orderDate(), order.supplier(), order.warehouse());
            for (PurchaseOrder.Line line : order.lines()) {
                line(
                        text,
                        "    %d %s at %s = %s, due %s. %s",
                        line.quantityUnits(),
                        line.item(),
                        line.unitCost(),
                        line.value(),
                        line.dueDate(),
                        line.reason());
            }
        }
        line(text, "");
        line(text, "Move");
        for (TransferOrder transfer : plan.transfers()) {
            line(text, "  %s from %s to %s", transfer.shipDate(), transfer.from(), transfer.to());
            for (TransferOrder.Line line : transfer.lines()) {
                line(text, "    %d %s for %s. %s", line.quantityUnits(), line.item(), line.cost(), line.reason());
            }
        }
        line(text, "");
        line(text, "Look at");
        for (PlanException exception : plan.exceptions()) {
            line(
                    text,
                    "  %s %s %s at %s: %s %s",
                    exception.severity(),
                    exception.kind(),
                    exception.item(),
                    exception.warehouse(),
                    exception.message(),
                    exception.action());
        }
        line(text, "");
        line(text, "Cost %.2f", plan.cost().total());
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
