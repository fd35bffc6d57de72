package org.plenish.web.today;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.plan.PlanException;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.SkuLocationPlan;
import org.plenish.engine.policy.ReplenishmentPolicy;
import org.plenish.engine.policy.Severity;
import org.plenish.engine.policy.SituationKind;
import org.plenish.engine.policy.SuggestedAction;

/**
 * Finds what of a plan needs a person, by panel. Shortages are found from what is projected without the proposals: the
 * proposals are what a person is asked to accept. Stock that does not sell, late orders and forecasts are those that the
 * rules judged to matter.
 */
final class AlertFinder {

    private static final int FEWEST_TO_DO = 5;
    private static final int MOST_TO_DO = 15;

    private final Dataset dataset;
    private final ReplenishmentPlan plan;
    private final Map<SkuLocation, PlanException> shortages = new HashMap<>();
    private final Map<SkuLocation, OpenPurchaseOrder> lastOrders = new HashMap<>();
    private final List<FoundAlert> found = new ArrayList<>();

    AlertFinder(Dataset dataset, ReplenishmentPlan plan) {
        this.dataset = dataset;
        this.plan = plan;
    }

    /** Each panel's worst first; a panel without any is there too, empty. */
    Map<Panel, List<FoundAlert>> find() {
        plan.exceptions().forEach(this::sortOut);
        dataset.openPurchaseOrders()
                .forEach(order -> lastOrders.merge(
                        order.location(), order, (a, b) -> b.dueDate().isAfter(a.dueDate()) ? b : a));
        for (SkuLocationPlan location : plan.locations()) {
            addShortage(location);
            addSurplusOnOrder(location);
        }
        Map<Panel, List<FoundAlert>> byPanel = new EnumMap<>(Panel.class);
        for (Panel panel : Panel.values()) {
            byPanel.put(
                    panel,
                    found.stream()
                            .filter(alert -> alert.panel() == panel)
                            .sorted(FoundAlert.WORST_FIRST)
                            .toList());
        }
        return byPanel;
    }

    private void sortOut(PlanException exception) {
        if (exception.item() == null || exception.warehouse() == null) {
            return;
        }
        SkuLocation location = new SkuLocation(exception.item(), exception.warehouse());
        if (exception.kind() == SituationKind.STOCKOUT_NOW || exception.kind() == SituationKind.COMING_SHORTAGE) {
            shortages.put(location, exception);
        }
        Panel.of(exception.kind())
                .ifPresent(panel -> found.add(new FoundAlert(
                        panel,
                        location,
                        panel == Panel.LATE_ORDER ? lateOrder(location, exception) : "",
                        exception.date(),
                        exception.quantityUnits(),
                        exception.value(),
                        exception.severity(),
                        exception.message(),
                        exception.suggestedAction().name(),
                        exception.action())));
    }

    /** The order that an exception tells of: it is known by place, day and size. */
    private String lateOrder(SkuLocation location, PlanException exception) {
        return dataset.openPurchaseOrders().stream()
                .filter(order -> order.location().equals(location)
                        && order.dueDate().equals(exception.date())
                        && order.quantityUnits() == exception.quantityUnits())
                .map(OpenPurchaseOrder::order)
                .filter(order -> exception.message().contains(order))
                .findFirst()
                .orElse("");
    }

    /** At stake is what would be short within one lead time if nothing were done, at its selling price. */
    private void addShortage(SkuLocationPlan location) {
        boolean wanted = location.profile().demand().forecastUnitsPerDay() > 0
                || location.profile().stock().owedUnits() > 0;
        if (!wanted || location.choice().stopBuy()) {
            return;
        }
        InventoryProjection stock = location.withoutProposals();
        LocalDate leadTimeEnd =
                plan.buckets().start().plusDays(location.calculation().supply().leadTimeDays());
        int first = -1;
        int most = 0;
        for (int t = 0; t < plan.buckets().count() && !plan.buckets().start(t).isAfter(leadTimeEnd); t++) {
            first = first < 0 && stock.backorderUnits()[t] > 0 ? t : first;
            most = Math.max(most, stock.backorderUnits()[t]);
        }
        int net = location.profile().stock().netUnits();
        if (net <= 0) {
            add(location, Panel.STOCKED_OUT, plan.buckets().start(), Math.max(most, -net), Severity.CRITICAL);
        } else if (first >= 0) {
            add(location, Panel.SOON_OUT, plan.buckets().start(first), most, Severity.WARNING);
        }
    }

    private void add(SkuLocationPlan location, Panel panel, LocalDate date, int units, Severity severity) {
        Optional<PlanException> judged = Optional.ofNullable(shortages.get(location.location()));
        found.add(new FoundAlert(
                panel,
                location.location(),
                "",
                date,
                units,
                salesValue(location.profile().item(), units),
                severity,
                "",
                judged.map(PlanException::suggestedAction)
                        .map(SuggestedAction::name)
                        .orElse(""),
                judged.map(PlanException::action).orElse("")));
    }

    /**
     * What is on order beyond the level that the policy orders up to: stock and orders together would never exceed it if
     * nothing had changed since they were placed. At stake is its cost.
     */
    private void addSurplusOnOrder(SkuLocationPlan location) {
        int onOrder = location.profile().stock().onOrderUnits();
        ReplenishmentPolicy policy = location.policy();
        long top =
                Math.max(policy.orderUpToLevelUnits(), (long) policy.reorderPointUnits() + policy.orderQuantityUnits());
        long surplus = Math.min(onOrder, location.profile().stock().netUnits() + (long) onOrder - top);
        if (surplus <= 0) {
            return;
        }
        @Nullable OpenPurchaseOrder last = lastOrders.get(location.location());
        found.add(new FoundAlert(
                Panel.SURPLUS_ORDER,
                location.location(),
                last == null ? "" : last.order(),
                last == null ? plan.buckets().start() : last.dueDate(),
                Math.toIntExact(surplus),
                location.profile().item().unitCost().times(surplus),
                Severity.WARNING,
                "",
                "",
                ""));
    }

    private static Money salesValue(Item item, int units) {
        @Nullable UnitPrice price = item.unitPrice();
        return (price == null ? item.unitCost() : price).times(units);
    }

    /**
     * How many of a panel are to be done today: the worst that together hold four fifths of its money, but the worst five
     * in any case and never more than fifteen, so that a day is enough for all panels.
     *
     * @param alerts worst first
     */
    static int toDo(List<FoundAlert> alerts) {
        long all =
                alerts.stream().mapToLong(alert -> alert.value().minorUnits()).sum();
        long held = 0;
        int count = 0;
        while (count < alerts.size() && count < MOST_TO_DO && (count < FEWEST_TO_DO || held * 5 < all * 4)) {
            held += alerts.get(count).value().minorUnits();
            count++;
        }
        return count;
    }
}
