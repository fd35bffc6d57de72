package org.plenish.engine.optimize.pricing;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.FixedPoint;
import org.plenish.engine.optimize.OptimizationResult.OrderLine;
import org.plenish.engine.optimize.OptimizationResult.TransferLine;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;

/**
 * What is paid once for all who use it: the header of an order group with its container, a truck of a lane and period. Pools are the order
 * groups, then the lanes' periods. A member is a place of one SKU, its slot: for an order
 * {@code (source · warehouses + warehouse) · periods + period}, for a shipment
 * {@code sources · warehouses · periods + lane · periods + period}. Immutable.
 */
final class Pools {

    /** Stock that is bought for a minimum only is carried for a while: a part of its value. */
    private static final double MINIMUM_WEIGHT = 0.05;

    private final ExactProblem problem;
    private final FlowLanes lanes;
    /** {@code [pool]} to the first of its members; one more than pools. */
    private final int[] first;

    private final int[] memberSku;
    private final int[] memberSlot;
    /** {@code [group]}, currency units of pinned lines. */
    private final double[] pinnedValue;
    /** {@code [lane · periods + period]}, m³ of pinned lines. */
    private final double[] pinnedM3;

    private final double[] carryShare;

    Pools(ExactProblem problem, FlowLanes lanes) {
        this.problem = problem;
        this.lanes = lanes;
        this.first = new int[count() + 1];
        this.carryShare = new double[problem.groups()];
        Arrays.fill(carryShare, Double.POSITIVE_INFINITY);
        forEachSlot((sku, slot, pool) -> first[pool + 1]++);
        for (int pool = 0; pool < count(); pool++) {
            first[pool + 1] += first[pool];
        }
        this.memberSku = new int[first[count()]];
        this.memberSlot = new int[memberSku.length];
        int[] next = first.clone();
        forEachSlot((sku, slot, pool) -> {
            memberSku[next[pool]] = sku;
            memberSlot[next[pool]++] = slot;
            if (pool < problem.groups()) {
                carryShare[pool] = Math.min(carryShare[pool], carryShare(sku, slot));
            }
        });
        this.pinnedValue = new double[problem.groups()];
        for (OrderLine line : problem.problem().pinnedOrders()) {
            Source source = problem.sku(line.sku()).sources().get(line.source());
            pinnedValue[problem.group(source.supplier(), line.warehouse(), line.period())] +=
                    source.unitPriceAt(line.quantityUnits()) * line.quantityUnits();
        }
        this.pinnedM3 = new double[lanes.count() * problem.periods()];
        for (TransferLine line :
                lanes.count() == 0 ? List.<TransferLine>of() : problem.problem().pinnedTransfers()) {
            pinnedM3[line.lane() * problem.periods() + line.period()] +=
                    line.quantityUnits() * problem.sku(line.sku()).volumeM3();
        }
    }

    private interface SlotVisitor {
        void visit(int sku, int slot, int pool);
    }

    private void forEachSlot(SlotVisitor visitor) {
        for (int sku = 0; sku < problem.skus(); sku++) {
            List<Source> sources = problem.sku(sku).sources();
            for (int k = 0; k < sources.size(); k++) {
                for (int w = 0; w < problem.warehouses(); w++) {
                    for (int t = 0; t < problem.periods(); t++) {
                        if (problem.mayOrder(sources.get(k), w, t)) {
                            int group = problem.group(sources.get(k).supplier(), w, t);
                            visitor.visit(sku, orderSlot(k, w, t), group);
                        }
                    }
                }
            }
            for (int l = 0; l < lanes.count(); l++) {
                int last = lanes.mayMove(sku, l)
                        ? problem.periods() - lanes.lane(l).leadTimePeriods()
                        : 0;
                for (int t = 0; t < last; t++) {
                    visitor.visit(sku, shipmentSlot(sku, l, t), shipments(l, t));
                }
            }
        }
    }

    int orderSlot(int source, int warehouse, int period) {
        return (source * problem.warehouses() + warehouse) * problem.periods() + period;
    }

    int shipmentSlot(int sku, int lane, int period) {
        return firstShipmentSlot(sku) + lane * problem.periods() + period;
    }

    int firstShipmentSlot(int sku) {
        return problem.sku(sku).sources().size() * problem.warehouses() * problem.periods();
    }

    int slots(int sku) {
        return firstShipmentSlot(sku) + (lanes.mayMove(sku) ? lanes.count() * problem.periods() : 0);
    }

    /** Whether each slot of the SKU here belongs to the same pool as the other's there, if to any. */
    boolean sameSlots(int sku, Pools other, int otherSku) {
        List<Source> sources = problem.sku(sku).sources();
        List<Source> others = other.problem.sku(otherSku).sources();
        boolean same = slots(sku) == other.slots(otherSku) && sources.size() == others.size();
        for (int k = 0; same && k < sources.size(); k++) {
            same = sources.get(k).supplier() == others.get(k).supplier();
        }
        return same;
    }

    int count() {
        return problem.groups() + lanes.count() * problem.periods();
    }

    boolean isGroup(int pool) {
        return pool < problem.groups();
    }

    /** The pool of a lane's period. */
    int shipments(int lane, int period) {
        return problem.groups() + lane * problem.periods() + period;
    }

    int firstMember(int pool) {
        return first[pool];
    }

    int endOfMembers(int pool) {
        return first[pool + 1];
    }

    int sku(int member) {
        return memberSku[member];
    }

    int slot(int member) {
        return memberSlot[member];
    }

    private Lane lane(int pool) {
        return lanes.lane((pool - problem.groups()) / problem.periods());
    }

    /** What opening a group costs, what a truck costs; currency units. */
    double fixedCost(int pool) {
        return isGroup(pool)
                ? FixedPoint.currency(problem.openingMicros(pool))
                : lane(pool).truckCost();
    }

    /** How much depends on whether it is opened, in currency units; rough. */
    double weight(int pool) {
        return fixedCost(pool) + MINIMUM_WEIGHT * minimum(pool);
    }

    /** The value that whoever joins the group must bring; currency units, 0: none. */
    double minimum(int pool) {
        if (!isGroup(pool)) {
            return 0;
        }
        double minimum = FixedPoint.currency(problem.minOrderMicros(problem.supplierOfGroup(pool)));
        return Math.max(0, minimum - pinnedValue[pool]);
    }

    /** What one truck or container takes; infinite where volume costs nothing. */
    double capacityM3(int pool) {
        if (!isGroup(pool)) {
            return lane(pool).truckM3();
        }
        long exact = problem.containerCubicMillimetres(problem.supplierOfGroup(pool));
        return exact == FixedPoint.UNLIMITED || mostVolumePart(pool) == 0
                ? Double.POSITIVE_INFINITY
                : FixedPoint.cubicMetres(exact);
    }

    /** How much of the fixed cost may be paid by volume, 0 to 1: of a header no more than a further container costs. */
    double mostVolumePart(int pool) {
        if (!isGroup(pool)) {
            return 1;
        }
        double container = FixedPoint.currency(problem.containerMicros(problem.supplierOfGroup(pool)));
        return fixedCost(pool) == 0 ? 0 : Math.min(1, container / fixedCost(pool));
    }

    /** Already on the pool's trucks. */
    double pinnedM3(int pool) {
        return isGroup(pool) ? 0 : pinnedM3[pool - problem.groups()];
    }

    /**
     * The most a currency unit of order value may earn: what paying it costs, and what carrying what nobody needs costs
     * for each currency unit, at the least of the group's lines. Else lines would grow beyond all need, which lot sizing
     * does not look at.
     */
    double mostPremium(int group, double[] paymentPrices) {
        int paid = problem.periodOfGroup(group)
                + problem.problem()
                        .suppliers()
                        .get(problem.supplierOfGroup(group))
                        .payOffsetPeriods();
        return paymentPrices[paid] + carryShare[group];
    }

    private double carryShare(int skuIndex, int slot) {
        Sku sku = problem.sku(skuIndex);
        int warehouse = slot / problem.periods() % problem.warehouses();
        Source source = sku.sources().get(slot / (problem.warehouses() * problem.periods()));
        int arrival = slot % problem.periods() + source.leadTimePeriods()[warehouse];
        double holding = sku.holding()[warehouse];
        double obsolescence = sku.terminalObsolescence()[warehouse];
        if (lanes.mayMove(skuIndex)) {
            // What nobody needs may be moved to where keeping it costs least.
            holding = Arrays.stream(sku.holding()).min().orElse(0);
            obsolescence = Arrays.stream(sku.terminalObsolescence()).min().orElse(0);
        }
        double left = holding * (problem.periods() - arrival) + obsolescence;
        double carry = Math.min(left, sku.scrapCost());
        double least = Double.POSITIVE_INFINITY;
        for (double price : source.tierUnitPrice()) {
            double premium = price - problem.cheapestUnitPrice(skuIndex);
            least = Math.min(least, price > 0 ? (premium + carry) / price : Double.POSITIVE_INFINITY);
        }
        return least;
    }

    /** One row for each SKU, as long as its slots. */
    double[][] perSlot() {
        double[][] rows = new double[problem.skus()][];
        IntFunction<double[]> row = sku -> new double[slots(sku)];
        Arrays.setAll(rows, row);
        return rows;
    }
}
