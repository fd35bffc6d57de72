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
 * What is paid once for all who use it: the header of an order group with its container, a truck of a lane and period. Setups are the order
 * groups, then the lanes' periods. A member is a place of one SKU, its slot: for an order
 * {@code (source · warehouses + warehouse) · periods + period}, for a shipment
 * {@code sources · warehouses · periods + lane · periods + period}. Immutable.
 */
final class Setups {

    /** Stock that is bought for a minimum only is carried for a while: a part of its value. */
    private static final double MINIMUM_WEIGHT = 0.05;

    /** More than any line has. */
    private static final int MOST_UNITS = Integer.MAX_VALUE / 4;

    /** Currency units that sums in another order may differ by. */
    private static final double ROUNDING = 1e-6;

    private final ExactProblem problem;
    private final FlowLanes lanes;
    /** {@code [setup]} to the first of its members; one more than setups. */
    private final int[] first;

    private final int[] memberSku;
    private final int[] memberSlot;
    /** {@code [group]}, currency units of pinned lines. */
    private final double[] pinnedValue;
    /** {@code [lane · periods + period]}, m³ of pinned lines. */
    private final double[] pinnedM3;

    private final double[] carryShare;

    Setups(ExactProblem problem, FlowLanes lanes) {
        this.problem = problem;
        this.lanes = lanes;
        this.first = new int[count() + 1];
        this.carryShare = new double[problem.groups()];
        Arrays.fill(carryShare, Double.POSITIVE_INFINITY);
        forEachSlot((sku, slot, setup) -> first[setup + 1]++);
        for (int setup = 0; setup < count(); setup++) {
            first[setup + 1] += first[setup];
        }
        this.memberSku = new int[first[count()]];
        this.memberSlot = new int[memberSku.length];
        int[] next = first.clone();
        forEachSlot((sku, slot, setup) -> {
            memberSku[next[setup]] = sku;
            memberSlot[next[setup]++] = slot;
            if (setup < problem.groups()) {
                carryShare[setup] = Math.min(carryShare[setup], carryShare(sku, slot));
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
        void visit(int sku, int slot, int setup);
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

    /** Whose order the place is. */
    Source source(Branch.Place place) {
        int slotsOfSource = problem.warehouses() * problem.periods();
        return problem.sku(place.sku()).sources().get(place.slot() / slotsOfSource);
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

    /** Whether each slot of the SKU here belongs to the same setup as the other's there, if to any. */
    boolean sameSlots(int sku, Setups other, int otherSku) {
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

    boolean isGroup(int setup) {
        return setup < problem.groups();
    }

    /** The setup of a lane's period. */
    int shipments(int lane, int period) {
        return problem.groups() + lane * problem.periods() + period;
    }

    int firstMember(int setup) {
        return first[setup];
    }

    int endOfMembers(int setup) {
        return first[setup + 1];
    }

    int sku(int member) {
        return memberSku[member];
    }

    int slot(int member) {
        return memberSlot[member];
    }

    private Lane lane(int setup) {
        return lanes.lane((setup - problem.groups()) / problem.periods());
    }

    /** What opening a group costs, what a truck costs; currency units. */
    double fixedCost(int setup) {
        return isGroup(setup)
                ? FixedPoint.currency(problem.openingMicros(setup))
                : lane(setup).truckCost();
    }

    /** How much depends on whether it is opened, in currency units; rough. */
    double weight(int setup) {
        return fixedCost(setup) + MINIMUM_WEIGHT * minimum(setup);
    }

    /** The value that whoever joins the group must bring; currency units, 0: none. */
    double minimum(int setup) {
        if (!isGroup(setup)) {
            return 0;
        }
        double minimum = FixedPoint.currency(problem.minOrderMicros(problem.supplierOfGroup(setup)));
        return Math.max(0, minimum - pinnedValue[setup]);
    }

    /** Units of a line below which its group cannot reach the minimum; 0: other lines may help. */
    int leastUnits(int group, Source source) {
        double minimum = minimum(group) - ROUNDING;
        if (minimum <= 0 || first[group + 1] - first[group] != 1) {
            return 0;
        }
        int[] from = source.tierFromUnits();
        double least = MOST_UNITS;
        for (int tier = 0; tier < from.length; tier++) {
            double units = Math.max(from[tier], Math.ceil(minimum / source.tierUnitPrice()[tier]));
            boolean inTier = tier + 1 == from.length || units < from[tier + 1];
            least = inTier ? Math.min(least, units) : least;
        }
        return (int) least;
    }

    /** What one truck or container takes; infinite where volume costs nothing. */
    double capacityM3(int setup) {
        if (!isGroup(setup)) {
            return lane(setup).truckM3();
        }
        long exact = problem.containerCubicMillimetres(problem.supplierOfGroup(setup));
        return exact == FixedPoint.UNLIMITED || mostVolumePart(setup) == 0
                ? Double.POSITIVE_INFINITY
                : FixedPoint.cubicMetres(exact);
    }

    /** How much of the fixed cost may be paid by volume, 0 to 1: of a header no more than a further container costs. */
    double mostVolumePart(int setup) {
        if (!isGroup(setup)) {
            return 1;
        }
        double container = FixedPoint.currency(problem.containerMicros(problem.supplierOfGroup(setup)));
        return fixedCost(setup) == 0 ? 0 : Math.min(1, container / fixedCost(setup));
    }

    /** Already on the setup's trucks. */
    double pinnedM3(int setup) {
        return isGroup(setup) ? 0 : pinnedM3[setup - problem.groups()];
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
