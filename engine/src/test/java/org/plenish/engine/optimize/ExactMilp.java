package org.plenish.engine.optimize;

import com.google.ortools.Loader;
import com.google.ortools.modelbuilder.LinearExpr;
import com.google.ortools.modelbuilder.LinearExprBuilder;
import com.google.ortools.modelbuilder.ModelBuilder;
import com.google.ortools.modelbuilder.ModelSolver;
import com.google.ortools.modelbuilder.SolveStatus;
import com.google.ortools.modelbuilder.Variable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.ProblemSupplier;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;

/**
 * The whole problem as one mixed-integer program, solved by branch and cut (HiGHS), which shares nothing with the
 * product's optimizer: it judges bounds and plans of small problems. Written from the planning instance contract; from
 * {@link ExactProblem} it takes only where a line may be placed and how many units the shelf life lets stay.
 */
final class ExactMilp {

    static {
        Loader.loadNativeLibraries();
    }

    /** By itself it would stop within 0.01 % of the optimum, and write to the build's own output. */
    private static final String PARAMETERS = "mip_rel_gap = 1e-9\noutput_flag = false";

    private final ModelBuilder model = new ModelBuilder();
    private final ExactProblem index;
    private final ReplenishmentProblem problem;
    private final LinearExprBuilder cost = LinearExpr.newBuilder();
    private final List<OrderChoice> orderChoices = new ArrayList<>();
    private final List<TransferChoice> transferChoices = new ArrayList<>();
    private final List<ScrapChoice> scrapChoices = new ArrayList<>();
    private final Map<Integer, Variable> groupIsOrdered = new HashMap<>();
    private final Map<Integer, LinearExprBuilder> groupValue = new HashMap<>();
    private final LinearExprBuilder[] payments;
    private final LinearExprBuilder[][] peakM3;
    private final LinearExprBuilder[][] laneM3;
    private final double mostOnLaneM3;

    private record OrderChoice(int sku, int source, int warehouse, int period, int packUnits, Variable packs) {}

    private record TransferChoice(int sku, int lane, int period, int packUnits, Variable packs) {}

    private record ScrapChoice(int sku, int warehouse, int period, Variable units) {}

    /** What is known when the solver ends. */
    enum Outcome {
        OPTIMAL,
        INFEASIBLE,
        UNDECIDED
    }

    /**
     * @param cost of the best plan, currency units; NaN unless optimal
     * @param plans the best plan, by SKU; empty unless optimal
     */
    record Answer(Outcome outcome, double cost, List<ItemPlan> plans) {}

    private ExactMilp(ReplenishmentProblem problem) {
        this.problem = problem;
        this.index = new ExactProblem(problem);
        this.payments = builders(index.paymentPeriods());
        this.peakM3 = new LinearExprBuilder[index.warehouses()][];
        Arrays.setAll(peakM3, w -> builders(index.periods()));
        this.laneM3 = new LinearExprBuilder[problem.lanes().size()][];
        Arrays.setAll(laneM3, lane -> builders(index.periods()));
        double allM3 = 0;
        for (int sku = 0; sku < index.skus(); sku++) {
            addSku(sku);
            allM3 += mostUnits(sku) * index.sku(sku).volumeM3();
        }
        this.mostOnLaneM3 = allM3;
        addOrderGroups();
        addTrucks();
        addLimits();
        model.minimize(cost);
    }

    /** @param longest after which it gives up, undecided */
    static Answer solve(ReplenishmentProblem problem, Duration longest) {
        ExactMilp milp = new ExactMilp(problem);
        ModelSolver solver = new ModelSolver("HIGHS");
        solver.setTimeLimit(longest);
        solver.setSolverSpecificParameters(PARAMETERS);
        SolveStatus status = solver.solve(milp.model);
        return switch (status) {
            case OPTIMAL -> new Answer(Outcome.OPTIMAL, solver.getObjectiveValue(), milp.plans(solver));
            case INFEASIBLE -> new Answer(Outcome.INFEASIBLE, Double.NaN, List.of());
            case FEASIBLE, NOT_SOLVED, UNKNOWN_STATUS -> new Answer(Outcome.UNDECIDED, Double.NaN, List.of());
            default -> throw new IllegalStateException("The model cannot be solved: " + status);
        };
    }

    private static LinearExprBuilder[] builders(int count) {
        LinearExprBuilder[] builders = new LinearExprBuilder[count];
        Arrays.setAll(builders, i -> LinearExpr.newBuilder());
        return builders;
    }

    private void addSku(int sku) {
        Sku article = index.sku(sku);
        LinearExprBuilder[][] arrivals = new LinearExprBuilder[index.warehouses()][];
        LinearExprBuilder[][] departures = new LinearExprBuilder[index.warehouses()][];
        Arrays.setAll(arrivals, w -> builders(index.periods()));
        Arrays.setAll(departures, w -> builders(index.periods()));
        for (int source = 0; source < article.sources().size(); source++) {
            for (int w = 0; w < index.warehouses(); w++) {
                for (int t = 0; t < index.periods(); t++) {
                    if (index.mayOrder(article.sources().get(source), w, t)) {
                        addOrder(sku, source, w, t, arrivals[w]);
                    }
                }
            }
        }
        for (int lane = 0; lane < problem.lanes().size(); lane++) {
            Lane way = index.lane(lane);
            if (article.transferableTo()[way.to()]) {
                for (int t = 0; t + way.leadTimePeriods() < index.periods(); t++) {
                    addTransfer(sku, lane, t, departures[way.from()][t], arrivals[way.to()][t + way.leadTimePeriods()]);
                }
            }
        }
        for (int w = 0; w < index.warehouses(); w++) {
            addStock(sku, w, arrivals[w], departures[w]);
        }
    }

    /** One line: at most one of the source's price tiers, each with packs of its own. */
    private void addOrder(int sku, int source, int warehouse, int period, LinearExprBuilder[] arrivals) {
        Sku article = index.sku(sku);
        Source terms = article.sources().get(source);
        int group = index.group(terms.supplier(), warehouse, period);
        List<Variable> tierIsUsed = new ArrayList<>();
        for (int tier = 0; tier < terms.tierFromUnits().length; tier++) {
            boolean last = tier + 1 == terms.tierFromUnits().length;
            int fewestUnits = Math.max(Math.max(terms.tierFromUnits()[tier], terms.minOrderQuantityUnits()), 1);
            int mostUnits = last
                    ? terms.maxOrderQuantityUnits()
                    : Math.min(terms.maxOrderQuantityUnits(), terms.tierFromUnits()[tier + 1] - 1);
            int fewestPacks = -Math.floorDiv(-fewestUnits, terms.packUnits());
            int mostPacks = mostUnits / terms.packUnits();
            if (fewestPacks > mostPacks) {
                continue;
            }
            Variable used = model.newBoolVar("");
            Variable packs = model.newIntVar(0, mostPacks, "");
            model.addGreaterOrEqual(packs, LinearExpr.term(used, fewestPacks));
            model.addLessOrEqual(packs, LinearExpr.term(used, mostPacks));
            double unitPrice = terms.tierUnitPrice()[tier];
            double packPrice = unitPrice * terms.packUnits();
            cost.addTerm(used, article.lineCost());
            cost.addTerm(packs, (unitPrice - index.cheapestUnitPrice(sku)) * terms.packUnits());
            arrivals[period + terms.leadTimePeriods()[warehouse]].addTerm(packs, terms.packUnits());
            payments[index.paymentPeriod(terms, period)].addTerm(packs, packPrice);
            groupValue.computeIfAbsent(group, g -> LinearExpr.newBuilder()).addTerm(packs, packPrice);
            tierIsUsed.add(used);
            orderChoices.add(new OrderChoice(sku, source, warehouse, period, terms.packUnits(), packs));
        }
        if (!tierIsUsed.isEmpty()) {
            Variable ordered = groupIsOrdered.computeIfAbsent(group, g -> model.newBoolVar(""));
            model.addLessOrEqual(LinearExpr.sum(tierIsUsed.toArray(Variable[]::new)), ordered);
        }
    }

    private void addTransfer(
            int sku, int lane, int period, LinearExprBuilder departures, LinearExprBuilder arrivalsThere) {
        Sku article = index.sku(sku);
        Lane way = index.lane(lane);
        int packUnits = article.transferPackUnits();
        int mostUnits = period == 0
                ? Math.max(article.initialUnits()[way.from()], 0)
                : mostOnHandUnits(sku, way.from(), period - 1);
        Variable packs = model.newIntVar(0, mostUnits / packUnits, "");
        departures.addTerm(packs, packUnits);
        arrivalsThere.addTerm(packs, packUnits);
        laneM3[lane][period].addTerm(packs, packUnits * article.volumeM3());
        cost.addTerm(packs, packUnits * (way.unitCost() + way.costPerM3() * article.volumeM3()));
        transferChoices.add(new TransferChoice(sku, lane, period, packUnits, packs));
    }

    /** Stock and backlog period by period; a unit is never both on hand and owed. */
    private void addStock(int sku, int warehouse, LinearExprBuilder[] arrivals, LinearExprBuilder[] departures) {
        Sku article = index.sku(sku);
        int initial = article.initialUnits()[warehouse];
        LinearExprBuilder openingOnHand = LinearExpr.newBuilder().add(Math.max(initial, 0));
        LinearExprBuilder openingOwed = LinearExpr.newBuilder().add(Math.max(-initial, 0));
        int mostOwedUnits = Math.max(-initial, 0);
        for (int t = 0; t < index.periods(); t++) {
            boolean last = t + 1 == index.periods();
            mostOwedUnits += article.demandUnits()[warehouse][t]; // nothing leaves that is not there
            int mostOnHandUnits = mostOnHandUnits(sku, warehouse, t);
            Variable onHand = model.newNumVar(0, Math.min(index.mostKeptUnits(sku, warehouse, t), mostOnHandUnits), "");
            Variable owed = model.newNumVar(0, mostOwedUnits, "");
            Variable scrapped = model.newIntVar(0, Double.isInfinite(article.scrapCost()) ? 0 : mostOnHandUnits, "");
            Variable served = model.newBoolVar("");
            model.addLessOrEqual(LinearExpr.newBuilder().add(owed).addTerm(served, mostOwedUnits), mostOwedUnits);
            model.addLessOrEqual(onHand, LinearExpr.term(served, mostOnHandUnits));
            model.addLessOrEqual(scrapped, LinearExpr.term(served, mostOnHandUnits));
            model.addLessOrEqual(departures[t], openingOnHand);

            LinearExprBuilder received =
                    LinearExpr.newBuilder().add(arrivals[t]).add(article.receiptUnits()[warehouse][t]);
            LinearExprBuilder peakUnits =
                    LinearExpr.newBuilder().add(openingOnHand).add(received).addTerm(departures[t], -1);
            peakM3[warehouse][t].addTerm(peakUnits, article.volumeM3());
            model.addEquality(
                    LinearExpr.newBuilder().add(onHand).addTerm(owed, -1).add(scrapped),
                    LinearExpr.newBuilder()
                            .add(peakUnits)
                            .addTerm(openingOwed, -1)
                            .add(-article.demandUnits()[warehouse][t]));

            Variable belowSafetyStock = model.newNumVar(0, Math.max(article.safetyStockUnits()[warehouse], 0), "");
            model.addGreaterOrEqual(
                    LinearExpr.newBuilder().add(belowSafetyStock).add(onHand), article.safetyStockUnits()[warehouse]);
            cost.addTerm(onHand, article.holding()[warehouse] + (last ? article.terminalObsolescence()[warehouse] : 0))
                    .addTerm(owed, article.backorder()[warehouse] + (last ? article.terminalBacklog() : 0))
                    .addTerm(belowSafetyStock, article.belowSafetyStock()[warehouse]);
            if (Double.isFinite(article.scrapCost())) {
                cost.addTerm(scrapped, article.scrapCost());
            }
            scrapChoices.add(new ScrapChoice(sku, warehouse, t, scrapped));
            openingOnHand = LinearExpr.newBuilder().add(onHand);
            openingOwed = LinearExpr.newBuilder().add(owed);
        }
    }

    /** What the space lets be there, before demand. */
    private int mostOnHandUnits(int sku, int warehouse, int period) {
        double units = problem.spaceM3()[warehouse][period] / index.sku(sku).volumeM3();
        return (int) Math.min(units + 1, mostUnits(sku));
    }

    /** All that there is and may ever be ordered. */
    private long mostUnits(int sku) {
        Sku article = index.sku(sku);
        long units = 0;
        for (int w = 0; w < index.warehouses(); w++) {
            units += Math.max(article.initialUnits()[w], 0)
                    + Arrays.stream(article.receiptUnits()[w]).sum();
        }
        for (Source source : article.sources()) {
            units += (long) source.maxOrderQuantityUnits() * index.warehouses() * index.periods();
        }
        return units;
    }

    private void addOrderGroups() {
        groupIsOrdered.forEach((group, ordered) -> {
            ProblemSupplier supplier = problem.suppliers().get(index.supplierOfGroup(group));
            cost.addTerm(ordered, supplier.headerCost());
            model.addGreaterOrEqual(groupValue.get(group), LinearExpr.term(ordered, supplier.minOrderValue()));
        });
    }

    private void addTrucks() {
        for (int l = 0; l < problem.lanes().size(); l++) {
            Lane lane = index.lane(l);
            double truckM3 = Math.min(lane.truckM3(), mostOnLaneM3);
            for (int t = 0; t < index.periods(); t++) {
                Variable trucks = model.newIntVar(0, Math.ceil(mostOnLaneM3 / truckM3), "");
                model.addLessOrEqual(laneM3[l][t], LinearExpr.term(trucks, truckM3));
                cost.addTerm(trucks, lane.truckCost());
            }
        }
    }

    private void addLimits() {
        for (int w = 0; w < index.warehouses(); w++) {
            for (int t = 0; t < index.periods(); t++) {
                if (Double.isFinite(problem.spaceM3()[w][t])) {
                    model.addLessOrEqual(peakM3[w][t], problem.spaceM3()[w][t]);
                }
            }
        }
        double availableToSpend = 0;
        for (int period = 0; period < problem.cash().length; period++) {
            availableToSpend =
                    problem.cashCarriesForward() ? availableToSpend + problem.cash()[period] : problem.cash()[period];
            if (Double.isFinite(availableToSpend)) {
                LinearExprBuilder spent = LinearExpr.newBuilder();
                for (int paid = problem.cashCarriesForward() ? 0 : period; paid <= period; paid++) {
                    spent.add(payments[paid]);
                }
                model.addLessOrEqual(spent, availableToSpend);
            }
        }
    }

    private List<ItemPlan> plans(ModelSolver solver) {
        List<ItemPlan> plans = new ArrayList<>();
        for (int sku = 0; sku < index.skus(); sku++) {
            plans.add(plan(sku, solver));
        }
        return plans;
    }

    private ItemPlan plan(int sku, ModelSolver solver) {
        List<TransferEntry> transfers = new ArrayList<>();
        for (TransferChoice choice : transferChoices) {
            int packs = whole(solver, choice.packs());
            if (choice.sku() == sku && packs > 0) {
                transfers.add(new TransferEntry(choice.lane(), choice.period(), packs * choice.packUnits()));
            }
        }
        ItemPlan plan = ItemPlan.empty(index, sku).withTransfers(index, transfers);
        for (int w = 0; w < index.warehouses(); w++) {
            List<OrderEntry> orders = new ArrayList<>();
            for (OrderChoice choice : orderChoices) {
                int packs = whole(solver, choice.packs());
                if (choice.sku() == sku && choice.warehouse() == w && packs > 0) {
                    orders.add(new OrderEntry(choice.source(), choice.period(), packs * choice.packUnits()));
                }
            }
            int[] scrap = new int[index.periods()];
            for (ScrapChoice choice : scrapChoices) {
                if (choice.sku() == sku && choice.warehouse() == w) {
                    scrap[choice.period()] = whole(solver, choice.units());
                }
            }
            plan = plan.withOrders(index, w, orders, scrap);
        }
        return plan;
    }

    private static int whole(ModelSolver solver, Variable variable) {
        return Math.toIntExact(Math.round(solver.getValue(variable)));
    }
}
