package org.plenish.engine.plan;

import static org.plenish.engine.plan.Wording.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.TransferLane;
import org.plenish.engine.optimize.CostBreakdown;
import org.plenish.engine.optimize.LineEconomics;
import org.plenish.engine.optimize.LineEconomics.OrderChange;
import org.plenish.engine.optimize.LineEconomics.RunnerUp;
import org.plenish.engine.optimize.LineEconomics.Step;
import org.plenish.engine.optimize.LineEconomics.TransferChange;
import org.plenish.engine.optimize.Obstacle;
import org.plenish.engine.optimize.ProblemBuilder.Mapped;
import org.plenish.engine.optimize.ProblemIndex;
import org.plenish.engine.optimize.ReplenishmentProblem.Zone;
import org.plenish.engine.plan.Economics.Change;
import org.plenish.engine.plan.Economics.OtherWay;
import org.plenish.engine.plan.Economics.Part;

/** Puts a line's economics into sentences, with units and money. */
final class EconomicsWording {

    private static final int MOST_CHANGES = 3;
    /** Below half a cent nothing is said to be saved or lost. */
    private static final double NOTHING = 0.005;

    private final ProblemIndex index;
    private final List<Zone> zones;
    private final Wording wording;
    private final String currency;

    EconomicsWording(Mapped mapped, String currency) {
        this.index = mapped.index();
        this.zones = mapped.problem().zones();
        this.wording = new Wording(index.buckets());
        this.currency = currency;
    }

    /**
     * @param sku index
     * @param warehouse index of the one that the line brings goods to
     * @param purpose such as "To cover demand until 2026-12-21"
     */
    Economics of(int sku, int warehouse, String purpose, LineEconomics economics) {
        Change more = change(economics.more());
        Change less = change(economics.less());
        Change leftOut = change(economics.leftOut());
        boolean onePack = economics.less().units() == economics.leftOut().units();
        String margin = packs(economics.more().units(), "more") + " " + more.text() + "; "
                + (onePack
                        ? "without the line it " + less.text()
                        : (economics.less().units() == -1 ? "one less " : "one pack less ") + less.text())
                + ".";
        RunnerUp runnerUp = economics.runnerUp();
        return new Economics(
                purpose + ": " + margin,
                Character.toUpperCase(margin.charAt(0)) + margin.substring(1),
                more,
                less,
                leftOut,
                runnerUp == null ? null : otherWay(sku, warehouse, runnerUp));
    }

    private static String packs(int units, String direction) {
        return units == 1 ? "one unit " + direction : "one pack (" + units + ") " + direction;
    }

    private Change change(Step step) {
        List<Part> parts = parts(step.change());
        double cost = step.change().total();
        List<String> obstacles = step.obstacles().stream().map(this::obstacle).toList();
        return new Change(step.units(), cost, parts, obstacles, changeText(cost, parts, obstacles));
    }

    private String changeText(double cost, List<Part> parts, List<String> obstacles) {
        if (Math.abs(cost) < NOTHING) {
            return "would cost the same";
        }
        if (cost > 0) {
            return "would cost " + money(cost) + mostly(parts);
        }
        String saved = "would save " + money(-cost)
                + mostly(parts.stream()
                        .map(part -> new Part(part.name(), -part.amount()))
                        .toList());
        return obstacles.isEmpty()
                ? saved + ", which the search did not find"
                : saved + ", but " + String.join(", and ", obstacles);
    }

    /** The part that weighs most, in the trade's words. */
    private static String mostly(List<Part> parts) {
        return parts.stream()
                .max(Comparator.comparingDouble(Part::amount))
                .filter(part -> part.amount() > 0)
                .map(part -> (parts.size() > 1 ? ", mostly of " : " of ") + part.inWords())
                .orElse("");
    }

    /** Those that change, greatest change first. */
    private static List<Part> parts(CostBreakdown change) {
        return Stream.of(
                        new Part("holding", change.holding()),
                        new Part("shortage", change.backorder() + change.terminalBacklog()),
                        new Part("below_safety_stock", change.belowSafetyStock()),
                        new Part("order", change.orderLines() + change.orderHeaders()),
                        new Part("transfer", change.transferUnits() + change.trucks()),
                        new Part("purchase", change.purchasePremium()),
                        new Part("obsolescence", change.obsolescence() + change.scrap()))
                .filter(part -> Math.abs(part.amount()) >= NOTHING)
                .sorted(Comparator.comparingDouble(part -> -Math.abs(part.amount())))
                .toList();
    }

    private String obstacle(Obstacle obstacle) {
        if (obstacle instanceof Obstacle.Space space) {
            Zone zone = zones.get(space.zone());
            return text(
                    "space%s at %s is used up in %s (%.2f m³ missing)",
                    zone.isWhole() ? "" : " for " + zone.storageClass() + " goods",
                    index.warehouses().get(zone.warehouse()),
                    wording.bucket(space.period()),
                    space.missingM3());
        }
        if (obstacle instanceof Obstacle.Cash cash) {
            return "cash is used up in " + wording.bucket(cash.period()) + " (" + money(cash.missing()) + " missing)";
        }
        if (obstacle instanceof Obstacle.MaximumQuantity maximum) {
            return "a line takes at most " + maximum.units();
        }
        if (obstacle instanceof Obstacle.MinimumQuantity minimum) {
            return "the minimum order is " + minimum.units();
        }
        if (obstacle instanceof Obstacle.SupplierMinimum minimum) {
            return "the order at " + index.suppliers().get(minimum.supplier()).id() + " for "
                    + index.warehouses().get(minimum.warehouse()) + " in " + wording.bucket(minimum.period())
                    + " would be " + money(minimum.missing()) + " below the supplier's minimum";
        }
        if (obstacle instanceof Obstacle.StockToSend stock) {
            return "the sender would lack " + stock.missingUnits() + (stock.missingUnits() == 1 ? " unit" : " units");
        }
        return "another limit forbids it";
    }

    private OtherWay otherWay(int sku, int warehouse, RunnerUp runnerUp) {
        double cost = runnerUp.change().total();
        String what = runnerUp.isNothing() ? "nothing" : changes(sku, warehouse, runnerUp);
        String price = Math.abs(cost) < NOTHING
                ? "the same cost"
                : cost > 0 ? money(cost) + " more" : money(-cost) + " less, which the search did not find";
        String shortage =
                runnerUp.firstShortPeriod() < 0 ? "" : ", stockout in " + wording.bucket(runnerUp.firstShortPeriod());
        return new OtherWay("Runner-up: " + what + "; " + price + shortage + ".", cost, parts(runnerUp.change()));
    }

    private String changes(int sku, int warehouse, RunnerUp runnerUp) {
        List<String> changes = new ArrayList<>();
        for (TransferChange change : runnerUp.transfers()) {
            TransferLane lane = index.lanes().get(change.lane());
            LocalDate date = ProblemIndex.shipDate(lane, index.buckets(), change.period());
            String to = index.warehouses().get(warehouse).equals(lane.to()) ? "" : " to " + lane.to();
            changes.add(amount("move", change.units()) + " from " + lane.from() + to + " on " + date);
        }
        for (OrderChange change : runnerUp.orders()) {
            SupplyOption option = index.options().get(sku).get(change.source());
            LocalDate date = Objects.requireNonNull(
                    ProblemIndex.orderDate(option, index.supplier(option.supplier()), index.buckets(), change.period()),
                    "an order in a period in which its supplier takes none");
            String to = change.warehouse() == warehouse
                    ? ""
                    : " for " + index.warehouses().get(change.warehouse());
            changes.add(amount("buy", change.units()) + " from " + option.supplier() + to + " on " + date);
        }
        int others = changes.size() - MOST_CHANGES;
        return String.join(", ", changes.subList(0, Math.min(changes.size(), MOST_CHANGES)))
                + (others <= 0 ? "" : " and " + others + (others == 1 ? " other change" : " other changes"));
    }

    private static String amount(String verb, int units) {
        return verb + " " + Math.abs(units) + (units < 0 ? " less" : "");
    }

    private String money(double amount) {
        return text("%,.2f %s", amount, currency);
    }
}
