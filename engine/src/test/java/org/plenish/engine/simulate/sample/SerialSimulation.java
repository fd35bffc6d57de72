package org.plenish.engine.simulate.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plenish.engine.math.Poisson;
import tools.jackson.databind.JsonNode;

/**
 * Stages in a row under echelon base stock and Poisson demand, moved unit by unit; all lead times are the same and one
 * step long. Stages are counted from the customer.
 */
final class SerialSimulation {

    private static final int WARM_UP = 200;
    private static final int BATCHES = 40;
    private static final int STEPS_PER_BATCH = 5_000;

    private final int[] levelUnits;
    private final double[] echelonHoldingCost;
    private final double stockoutCost;
    private final CountQuantiles demandOfStep;

    private SerialSimulation(int[] levelUnits, double[] echelonHoldingCost, double stockoutCost, double stepDemand) {
        this.levelUnits = levelUnits;
        this.echelonHoldingCost = echelonHoldingCost;
        this.stockoutCost = stockoutCost;
        demandOfStep = CountQuantiles.of(new Poisson(stepDemand));
    }

    static SerialSimulation of(JsonNode inputs) {
        List<JsonNode> nodes = new ArrayList<>(
                inputs.path("network").path("nodes").valueStream().toList());
        nodes.sort(Comparator.comparingInt(node -> node.path("index").asInt()));
        JsonNode customer = nodes.get(0);
        return new SerialSimulation(
                nodes.stream()
                        .mapToInt(node -> inputs.path("echelon_S")
                                .path(node.path("index").asString())
                                .asInt())
                        .toArray(),
                nodes.stream()
                        .mapToDouble(node -> node.path("echelon_holding_cost").asDouble())
                        .toArray(),
                customer.path("stockout_cost").asDouble(),
                customer.path("demand").path("mean").asDouble()
                        * customer.path("shipment_lead_time").asDouble());
    }

    /** A unit of time, looked at when goods have come and before they move on. */
    Estimate cost(RandomStream stream) {
        int stages = levelUnits.length;
        long[] onHand = new long[stages];
        long[] inTransit = new long[stages];
        long owed = 0;
        onHand[0] = levelUnits[0];
        double[] batches = new double[BATCHES];
        for (int step = -WARM_UP; step < BATCHES * STEPS_PER_BATCH; step++) {
            for (int j = 0; j < stages; j++) {
                onHand[j] += inTransit[j];
                inTransit[j] = 0;
            }
            long served = Math.min(owed, onHand[0]);
            onHand[0] -= served;
            owed -= served;
            if (step >= 0) {
                batches[step / STEPS_PER_BATCH] += costOf(onHand, owed) / STEPS_PER_BATCH;
            }
            long below = -owed; // what the echelon of the stage has, backlog taken off
            for (int j = 0; j < stages; j++) {
                below += onHand[j];
                long wanted = Math.max(0, levelUnits[j] - below);
                long shipped = j == stages - 1 ? wanted : Math.min(wanted, onHand[j + 1]);
                inTransit[j] = shipped;
                below += shipped;
                if (j < stages - 1) {
                    onHand[j + 1] -= shipped;
                }
            }
            owed += demandOfStep.units(stream.normal(step));
            long sold = Math.min(owed, onHand[0]);
            onHand[0] -= sold;
            owed -= sold;
        }
        return Estimate.of(batches);
    }

    /** With nothing in transit: the echelon's stock is what lies at the stage and nearer to the customer. */
    private double costOf(long[] onHand, long owed) {
        double cost = stockoutCost * owed;
        long echelon = 0;
        for (int j = 0; j < onHand.length; j++) {
            echelon += onHand[j];
            cost += echelonHoldingCost[j] * echelon;
        }
        return cost;
    }
}
