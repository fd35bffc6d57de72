package org.plenish.engine.inventory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Where to keep safety stock in a network of stages that feed each other, as a central warehouse feeds others: each stage
 * promises the next ones a committed service time and keeps the stock that the promise needs. The network is a tree: without
 * the arrows' direction there is one way from each stage to each other.
 *
 * <p>Net lead time of a stage: {@code τ = SI + T - S}, SI the longest service time promised to it, T its processing time, S its
 * own promise. Safety stock {@code k·σ·√τ}, σ of all the demand downstream pooled. Source: Graves & Willems (2000),
 * Manufacturing & Service Operations Management 2(1); Snyder & Shen (2019), §6.3. Times are whole periods.
 *
 * <p>Immutable.
 */
public final class GuaranteedService {

    /**
     * A place where stock may be kept.
     *
     * @param id of the stage
     * @param holdingCost h, of a unit for a period
     * @param processingPeriods T, from having all inputs to having the output
     * @param inboundPeriods service time of suppliers outside of the network
     * @param outboundPeriods longest service time that customers outside of the network accept; empty where there are none
     * @param safetyFactor k, standard deviations that safety stock covers
     * @param demandMean of a period from outside of the network (units)
     * @param demandSd its standard deviation
     */
    public record Stage(
            int id,
            double holdingCost,
            int processingPeriods,
            int inboundPeriods,
            OptionalInt outboundPeriods,
            double safetyFactor,
            double demandMean,
            double demandSd) {

        /** @throws IllegalArgumentException if a number is negative */
        public Stage {
            Arguments.requireAtLeastZero(holdingCost, "holding cost of stage " + id);
            Arguments.requireAtLeastZero(processingPeriods, "processing time of stage " + id);
            Arguments.requireAtLeastZero(inboundPeriods, "inbound service time of stage " + id);
            outboundPeriods.ifPresent(
                    periods -> Arguments.requireAtLeastZero(periods, "outbound service time of stage " + id));
            Arguments.requireAtLeastZero(safetyFactor, "safety factor of stage " + id);
            Arguments.requireAtLeastZero(demandMean, "mean demand of stage " + id);
            Arguments.requireAtLeastZero(demandSd, "standard deviation of demand of stage " + id);
        }
    }

    /** Stage {@code from} feeds stage {@code to}, one unit for one. */
    public record Link(int from, int to) {}

    /** Promises of least cost: service time by stage, and their cost a period. */
    public record Placement(Map<Integer, Integer> serviceTimes, double cost) {

        public Placement {
            serviceTimes = Map.copyOf(serviceTimes);
        }
    }

    private final List<Stage> stages;
    private final Map<Integer, Integer> positions = new HashMap<>();
    private final List<List<Integer>> suppliers = new ArrayList<>();
    private final List<List<Integer>> customers = new ArrayList<>();
    private final double[] netMean;
    private final double[] netSd;
    private final int[] longestPeriods;

    /** @throws IllegalArgumentException if the stages and links are no tree, or a link's stage is unknown */
    public GuaranteedService(List<Stage> stages, List<Link> links) {
        this.stages = List.copyOf(stages);
        for (Stage stage : this.stages) {
            if (positions.put(stage.id(), positions.size()) != null) {
                throw new IllegalArgumentException("stage " + stage.id() + ": must be there once only.");
            }
            suppliers.add(new ArrayList<>());
            customers.add(new ArrayList<>());
        }
        for (Link link : links) {
            customers.get(position(link.from())).add(position(link.to()));
            suppliers.get(position(link.to())).add(position(link.from()));
        }
        requireTree(links.size());
        netMean = new double[stages.size()];
        netSd = new double[stages.size()];
        longestPeriods = new int[stages.size()];
        for (int k = 0; k < netMean.length; k++) {
            netMean[k] = pooledMean(k);
            netSd[k] = Math.sqrt(pooledVariance(k));
            longestPeriods[k] = longestPeriods(k);
        }
    }

    /** SI: the longest service time promised to the stage, from inside or outside of the network. */
    public int inboundServiceTime(int stage, Map<Integer, Integer> serviceTimes) {
        int k = position(stage);
        int longest = stages.get(k).inboundPeriods();
        for (int supplier : suppliers.get(k)) {
            longest = Math.max(longest, promised(supplier, serviceTimes));
        }
        return longest;
    }

    /**
     * {@code τ = SI + T - S}.
     *
     * @return periods
     * @throws IllegalArgumentException if the stage promises a longer time than it ever takes
     */
    public int netLeadTime(int stage, Map<Integer, Integer> serviceTimes) {
        int k = position(stage);
        int periods =
                inboundServiceTime(stage, serviceTimes) + stages.get(k).processingPeriods() - promised(k, serviceTimes);
        if (periods < 0) {
            throw new IllegalArgumentException("service time of stage " + stage + ": " + promised(k, serviceTimes)
                    + " must be at most " + (periods + promised(k, serviceTimes))
                    + ", when its goods are there.\nMaybe its suppliers' service times were shortened alone.");
        }
        return periods;
    }

    /** {@code k·σ·√τ}, units. */
    public double safetyStock(int stage, Map<Integer, Integer> serviceTimes) {
        return safetyStock(position(stage), netLeadTime(stage, serviceTimes));
    }

    /** {@code μ·τ + k·σ·√τ}, units. */
    public double baseStock(int stage, Map<Integer, Integer> serviceTimes) {
        int periods = netLeadTime(stage, serviceTimes);
        int k = position(stage);
        return netMean[k] * periods + safetyStock(k, periods);
    }

    /** {@code Σ h·k·σ·√τ}, cost a period. Example: stages 1 and 3 in a row feed 2 and 4; h = 1, 2, 3, 3, T = 2, 1, 1, 1, k = 1,
     * σ = 1 at both ends, one period inbound to 1: promises of 0, 0, 0 and 1 to 4's customers give τ = 3, 1, 1, 0 and
     * √6 + 2·√2 + 3 = 8.28 (Snyder & Shen 2019, example 6.5). */
    public double cost(Map<Integer, Integer> serviceTimes) {
        double cost = 0;
        for (Stage stage : stages) {
            cost += stage.holdingCost() * safetyStock(stage.id(), serviceTimes);
        }
        return cost;
    }

    /**
     * Cost a period of base-stock levels. A level {@code μ·τ + k·σ·√τ} tells its net lead time, whole or not, and so the safety
     * stock in it.
     *
     * @param baseStocks by stage, units, 0 or more
     * @throws IllegalArgumentException if a level is missing or negative
     */
    public double costOfBaseStocks(Map<Integer, Double> baseStocks) {
        double cost = 0;
        for (int k = 0; k < stages.size(); k++) {
            Stage stage = stages.get(k);
            Double level = baseStocks.get(stage.id());
            if (level == null) {
                throw new IllegalArgumentException("base-stock level of stage " + stage.id() + ": must be given.");
            }
            Arguments.requireAtLeastZero(level, "base-stock level of stage " + stage.id());
            cost += stage.holdingCost() * safetyStockIn(k, level);
        }
        return cost;
    }

    /**
     * The promises of least cost, by dynamic programming from the tree's leaves to its last stage: f(S) is the least cost of
     * the part behind a stage whose one open link is to a customer, by its own promise, g(SI) of one whose open link is to a
     * supplier, by the promise it is given. Source: Graves & Willems (2000), §4. Of equal costs the shortest promise is taken.
     */
    public Placement optimize() {
        return new Search().run();
    }

    private double safetyStock(int k, double periods) {
        return stages.get(k).safetyFactor() * netSd[k] * Math.sqrt(periods);
    }

    private double safetyStockIn(int k, double level) {
        double spread = stages.get(k).safetyFactor() * netSd[k];
        if (netMean[k] == 0) {
            return level;
        }
        double root = (Math.sqrt(spread * spread + 4 * netMean[k] * level) - spread) / (2 * netMean[k]);
        return spread * root;
    }

    private int position(int stage) {
        Integer position = positions.get(stage);
        if (position == null) {
            throw new IllegalArgumentException("stage " + stage + ": is not in the network.");
        }
        return position;
    }

    private int promised(int k, Map<Integer, Integer> serviceTimes) {
        int stage = stages.get(k).id();
        Integer periods = serviceTimes.get(stage);
        if (periods == null || periods < 0) {
            throw new IllegalArgumentException(
                    "service time of stage " + stage + ": " + periods + " must be 0 periods or more.");
        }
        return periods;
    }

    private void requireTree(int links) {
        Set<Integer> reached = new HashSet<>();
        if (!stages.isEmpty()) {
            reach(0, reached);
        }
        if (stages.isEmpty() || links != stages.size() - 1 || reached.size() != stages.size()) {
            throw new IllegalArgumentException("network of " + stages.size() + " stages and " + links
                    + " links: must be one tree, each stage linked to each other in one way.");
        }
    }

    private void reach(int k, Set<Integer> reached) {
        if (reached.add(k)) {
            suppliers.get(k).forEach(i -> reach(i, reached));
            customers.get(k).forEach(j -> reach(j, reached));
        }
    }

    private double pooledMean(int k) {
        double mean = stages.get(k).demandMean();
        for (int customer : customers.get(k)) {
            mean += pooledMean(customer);
        }
        return mean;
    }

    private double pooledVariance(int k) {
        double variance = stages.get(k).demandSd() * stages.get(k).demandSd();
        for (int customer : customers.get(k)) {
            variance += pooledVariance(customer);
        }
        return variance;
    }

    /** M: how long an order takes if no stage on its way has stock. */
    private int longestPeriods(int k) {
        int longest = stages.get(k).inboundPeriods();
        for (int supplier : suppliers.get(k)) {
            longest = Math.max(longest, longestPeriods(supplier));
        }
        return longest + stages.get(k).processingPeriods();
    }

    /** One run of the dynamic programme. */
    private final class Search {

        /** By stage: f(S) or g(SI), least for all arguments from this one on (g) or up to it (f). */
        private final double[][] values = new double[stages.size()][];

        /** By stage: at which argument that value is. */
        private final int[][] argument = new int[stages.size()][];

        private final Map<Integer, Integer> serviceTimes = new LinkedHashMap<>();

        Placement run() {
            int root = 0;
            solve(root, -1);
            trace(root, -1, Integer.MAX_VALUE);
            return new Placement(serviceTimes, cost(serviceTimes));
        }

        /** Fills the tables of all stages behind {@code k}, seen from {@code parent}, and of k itself. */
        private void solve(int k, int parent) {
            for (int neighbour : neighbours(k)) {
                if (neighbour != parent) {
                    solve(neighbour, k);
                }
            }
            boolean bySupply = suppliers.get(k).contains(parent);
            double[] best = new double[longestPeriods[k] + 1];
            Arrays.fill(best, Double.POSITIVE_INFINITY);
            for (int inbound = stages.get(k).inboundPeriods(); inbound <= longestInbound(k); inbound++) {
                for (int promise = 0; promise <= longestPromise(k, inbound); promise++) {
                    int at = bySupply ? inbound : promise;
                    best[at] = Math.min(best[at], costWith(k, parent, inbound, promise));
                }
            }
            values[k] = best;
            argument[k] = bySupply ? leastFromHereOn(best) : leastUpToHere(best);
        }

        /**
         * Reads the best promises back.
         *
         * @param bound of a stage fed by {@code parent} the least inbound time, of one that feeds it the longest promise
         */
        private void trace(int k, int parent, int bound) {
            boolean bySupply = suppliers.get(k).contains(parent);
            int at = argument[k][Math.min(bound, argument[k].length - 1)];
            double least = Double.POSITIVE_INFINITY;
            int bestInbound = 0;
            int bestPromise = 0;
            for (int inbound = stages.get(k).inboundPeriods(); inbound <= longestInbound(k); inbound++) {
                for (int promise = 0; promise <= longestPromise(k, inbound); promise++) {
                    double cost = costWith(k, parent, inbound, promise);
                    if ((bySupply ? inbound : promise) == at && cost < least) {
                        least = cost;
                        bestInbound = inbound;
                        bestPromise = promise;
                    }
                }
            }
            serviceTimes.put(stages.get(k).id(), bestPromise);
            for (int supplier : suppliers.get(k)) {
                if (supplier != parent) {
                    trace(supplier, k, bestInbound);
                }
            }
            for (int customer : customers.get(k)) {
                if (customer != parent) {
                    trace(customer, k, bestPromise);
                }
            }
        }

        private double costWith(int k, int parent, int inbound, int promise) {
            double cost = stages.get(k).holdingCost()
                    * safetyStock(k, inbound + stages.get(k).processingPeriods() - promise);
            for (int supplier : suppliers.get(k)) {
                if (supplier != parent) {
                    cost += valueAt(supplier, inbound);
                }
            }
            for (int customer : customers.get(k)) {
                if (customer != parent) {
                    cost += valueAt(customer, promise);
                }
            }
            return cost;
        }

        private double valueAt(int k, int bound) {
            return values[k][argument[k][Math.min(bound, argument[k].length - 1)]];
        }

        private List<Integer> neighbours(int k) {
            List<Integer> neighbours = new ArrayList<>(suppliers.get(k));
            neighbours.addAll(customers.get(k));
            return neighbours;
        }

        private int longestInbound(int k) {
            return longestPeriods[k] - stages.get(k).processingPeriods();
        }

        private int longestPromise(int k, int inbound) {
            int possible = inbound + stages.get(k).processingPeriods();
            return Math.min(possible, stages.get(k).outboundPeriods().orElse(possible));
        }

        private int[] leastUpToHere(double[] best) {
            int[] least = new int[best.length];
            for (int s = 1; s < best.length; s++) {
                least[s] = best[s] < best[least[s - 1]] ? s : least[s - 1];
            }
            return least;
        }

        private int[] leastFromHereOn(double[] best) {
            int[] least = new int[best.length];
            least[best.length - 1] = best.length - 1;
            for (int s = best.length - 2; s >= 0; s--) {
                least[s] = best[s] <= best[least[s + 1]] ? s : least[s + 1];
            }
            return least;
        }
    }
}
