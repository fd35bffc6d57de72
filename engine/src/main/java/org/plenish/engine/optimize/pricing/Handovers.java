package org.plenish.engine.optimize.pricing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.optimize.OrderEntry;

/**
 * Prices at which one SKU's units change hands between warehouses, improved by a proximal bundle method with a model of
 * its own for every warehouse (Lemaréchal 1975; disaggregated: Frangioni 2002, doi:10.1137/S1052623498342186). Each
 * warehouse's cost as a function of the prices is concave and below every {@link Column} it has answered with; the model
 * is the least of those, and the next prices are where the sum of models, less the squared distance from the best
 * prices so far, is greatest. The weights that prove it mix columns into a plan in which what is sent is what is
 * received, nearly: the direction in which the shared limits' prices should go.
 *
 * <p>Mutable; one for each SKU that can move, kept from one evaluation to the next.
 */
final class Handovers {

    private static final int MOST_COLUMNS = 24;
    private static final int WEIGHT_STEPS = 40;
    private static final double SERIOUS_SHARE = 0.1;
    private static final double WIDEN_SHARE = 0.5;
    private static final double WIDEN = 2;
    private static final double NARROW = 0.6;
    private static final int NULL_STEPS = 4;
    /** How far the reach may leave the first one. */
    private static final double LEAST_REACH = 0.03;

    private static final double MOST_REACH = 3;
    private static final double FIRST_GAIN_SHARE = 0.1;
    /** Of what a unit is worth: where little is at stake yet, what a surplus could save elsewhere does not show in the cost. */
    private static final double FIRST_PRICE_SHARE = 0.1;

    private static final double ENOUGH_SHARE = 1e-5;

    /**
     * One answer of a warehouse.
     *
     * @param ownCost all but what multipliers add, currency units
     * @param at indices into the handover prices
     * @param netUnits received less sent, aligned
     */
    @SuppressWarnings("ArrayRecordComponent") // numerical, private to the decomposition
    record Column(double ownCost, List<OrderEntry> orders, int[] peakUnits, int[] at, int[] netUnits) {

        Column withOwnCost(double currency) {
            return new Column(currency, orders, peakUnits, at, netUnits);
        }

        /** What it pays for what it receives, less what it gets for what it sends. */
        double handedOver(double[] prices) {
            double sum = 0;
            for (int i = 0; i < at.length; i++) {
                sum += netUnits[i] * prices[at[i]];
            }
            return sum;
        }

        boolean sameAs(Column other) {
            return Math.abs(ownCost - other.ownCost) < 1e-9
                    && orders.equals(other.orders)
                    && Arrays.equals(at, other.at)
                    && Arrays.equals(netUnits, other.netUnits);
        }
    }

    /** A column under the present multipliers, before handover. */
    private static final class Cut {
        final Column column;
        double cost;
        double weight;
        double valueAtTrial;

        Cut(Column column) {
            this.column = column;
        }
    }

    /** Answers for one warehouse at given prices; and what multipliers make of a column. */
    interface Warehouses {
        /** The warehouse's least cost at these prices; the column behind it is {@link #lastColumn}. */
        double solve(int warehouse, double[] prices);

        Column lastColumn();

        /** Cost of the column at the present multipliers, without handover. */
        double price(int warehouse, Column column);
    }

    private double[] center;
    private final double unitValue;
    private final List<List<Cut>> cuts = new ArrayList<>();
    private double reach;
    private double firstReach;
    private int nullSteps;

    /**
     * @param unitValue what a unit may be worth, currency units
     * @param start {@code [lane · periods + period of departure]}: what the sender gets for a unit, currency units
     */
    Handovers(int warehouses, double unitValue, double[] start) {
        this.unitValue = unitValue;
        this.center = start;
        for (int w = 0; w < warehouses; w++) {
            cuts.add(new ArrayList<>());
        }
    }

    /** The best so far; not to be changed. */
    double[] prices() {
        return center;
    }

    /**
     * Evaluates the best prices so far under changed multipliers and improves them.
     *
     * @return the warehouses' least cost at them, currency units
     */
    double improve(Warehouses sites, int rounds) {
        for (int w = 0; w < cuts.size(); w++) {
            for (Cut cut : cuts.get(w)) {
                cut.cost = sites.price(w, cut.column);
            }
        }
        double best = evaluate(sites, center);
        double enough = ENOUGH_SHARE * Math.max(1, Math.abs(best));
        for (int round = 0; round < rounds; round++) {
            double[] trial = propose(best, enough);
            double predicted = model(trial) - best;
            if (predicted <= enough) {
                return best;
            }
            double value = evaluate(sites, trial);
            if (value >= best + SERIOUS_SHARE * predicted) {
                if (value >= best + WIDEN_SHARE * predicted) {
                    reach = Math.min(MOST_REACH * firstReach, reach * WIDEN);
                }
                center = trial;
                best = value;
                nullSteps = 0;
            } else if (++nullSteps >= NULL_STEPS) {
                reach = Math.max(LEAST_REACH * firstReach, reach * NARROW);
                nullSteps = 0;
            }
        }
        propose(best, enough);
        return best;
    }

    private double evaluate(Warehouses sites, double[] prices) {
        double sum = 0;
        for (int w = 0; w < cuts.size(); w++) {
            sum += sites.solve(w, prices);
            add(cuts.get(w), sites, w);
        }
        return sum;
    }

    private void add(List<Cut> known, Warehouses sites, int warehouse) {
        Column column = sites.lastColumn();
        for (Cut cut : known) {
            if (cut.column.sameAs(column)) {
                return;
            }
        }
        if (known.size() >= MOST_COLUMNS) {
            int least = 0;
            for (int i = 1; i < known.size(); i++) {
                if (known.get(i).weight < known.get(least).weight
                        || (known.get(i).weight == known.get(least).weight
                                && known.get(i).valueAtTrial > known.get(least).valueAtTrial)) {
                    least = i;
                }
            }
            double lost = known.remove(least).weight;
            if (lost > 0) {
                known.forEach(cut -> cut.weight /= 1 - lost);
            }
        }
        Cut cut = new Cut(column);
        cut.cost = sites.price(warehouse, column);
        cut.weight = known.isEmpty() ? 1 : 0;
        known.add(cut);
    }

    private double model(double[] prices) {
        double sum = 0;
        for (List<Cut> known : cuts) {
            double least = Double.POSITIVE_INFINITY;
            for (Cut cut : known) {
                least = Math.min(least, cut.cost + cut.column.handedOver(prices));
            }
            sum += least;
        }
        return sum;
    }

    /** Weights by pairwise steps on the dual of the proximal problem; then the prices they prove. */
    private double[] propose(double best, double enough) {
        double[] net = new double[center.length];
        for (List<Cut> known : cuts) {
            for (Cut cut : known) {
                addTo(net, cut.column, cut.weight);
            }
        }
        if (reach == 0) {
            firstReach = firstReach(best, net);
            reach = firstReach;
        }
        double[] prices = new double[center.length];
        for (int step = 0; step < WEIGHT_STEPS; step++) {
            double worst = 0;
            for (List<Cut> known : cuts) {
                for (int i = 0; i < prices.length; i++) {
                    prices[i] = center[i] + reach * net[i];
                }
                worst = Math.max(worst, shift(known, prices, net));
            }
            if (worst < 0.2 * enough) {
                break;
            }
        }
        for (int i = 0; i < prices.length; i++) {
            prices[i] = center[i] + reach * net[i];
        }
        return prices;
    }

    private double firstReach(double best, double[] net) {
        double norm = 0;
        double most = 0;
        for (double units : net) {
            norm += units * units;
            most = Math.max(most, Math.abs(units));
        }
        double ofCost = FIRST_GAIN_SHARE * Math.max(1, Math.abs(best)) / norm;
        return norm == 0 ? 0 : Math.max(ofCost, FIRST_PRICE_SHARE * unitValue / most);
    }

    /** Moves weight from the dearest weighted column to the cheapest; returns by how much they differed. */
    private double shift(List<Cut> known, double[] prices, double[] net) {
        Cut cheapest = known.get(0);
        @Nullable Cut dearest = null;
        for (Cut cut : known) {
            cut.valueAtTrial = cut.cost + cut.column.handedOver(prices);
            if (cut.valueAtTrial < cheapest.valueAtTrial) {
                cheapest = cut;
            }
            if (cut.weight > 0 && (dearest == null || cut.valueAtTrial > dearest.valueAtTrial)) {
                dearest = cut;
            }
        }
        if (dearest == null || dearest == cheapest) {
            return 0;
        }
        double difference = dearest.valueAtTrial - cheapest.valueAtTrial;
        double norm = distance(cheapest.column, dearest.column, prices.length);
        double moved = norm == 0 || reach == 0 ? dearest.weight : Math.min(dearest.weight, difference / (reach * norm));
        cheapest.weight += moved;
        dearest.weight -= moved;
        addTo(net, cheapest.column, moved);
        addTo(net, dearest.column, -moved);
        return difference;
    }

    private static void addTo(double[] net, Column column, double weight) {
        if (weight != 0) {
            for (int i = 0; i < column.at().length; i++) {
                net[column.at()[i]] += weight * column.netUnits()[i];
            }
        }
    }

    private static double distance(Column a, Column b, int length) {
        double[] difference = new double[length];
        addTo(difference, a, 1);
        addTo(difference, b, -1);
        double sum = 0;
        for (double units : difference) {
            sum += units * units;
        }
        return sum;
    }

    /** What the weighted columns of a warehouse are. */
    interface ColumnVisitor {
        void visit(int warehouse, Column column, double weight);
    }

    void forEachWeighted(ColumnVisitor visitor) {
        for (int w = 0; w < cuts.size(); w++) {
            for (Cut cut : cuts.get(w)) {
                if (cut.weight > 0) {
                    visitor.visit(w, cut.column, cut.weight);
                }
            }
        }
    }
}
