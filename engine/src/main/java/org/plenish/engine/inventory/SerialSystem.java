package org.plenish.engine.inventory;

import java.util.List;
import java.util.function.DoubleFunction;
import org.plenish.engine.math.Distribution;

/**
 * Stages in a row, each supplied by the next, the last from outside without limit; customers wait for what is missing. Each
 * stage keeps an echelon base stock: what it and all stages nearer to the customer have and await.
 *
 * @param stages from the customer on
 * @param stockoutCost p, of a unit a customer waits for, for a unit of time (currency units), above 0
 */
public record SerialSystem(List<Stage> stages, double stockoutCost) {

    /**
     * A stage.
     *
     * @param echelonHoldingCost h, what a unit costs here more than at the stage that supplies it, for a unit of time (currency
     *     units), above 0
     * @param leadTime from the stage that supplies it, 0 or more
     */
    public record Stage(double echelonHoldingCost, double leadTime) {

        /** @throws IllegalArgumentException if a value is outside its range */
        public Stage {
            Arguments.requirePositive(echelonHoldingCost, "echelon holding cost");
            Arguments.requireAtLeastZero(leadTime, "lead time");
        }
    }

    /** @throws IllegalArgumentException if there is no stage or the stockout cost is not above 0 */
    public SerialSystem {
        stages = List.copyOf(stages);
        Arguments.requirePositive(stockoutCost, "stockout cost");
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("serial system of no stages: there must be 1 or more.");
        }
    }

    /**
     * Echelon base stocks near the best, each the mean of two newsvendors: {@code S_j = (F_j⁻¹((p + Σ_{i>j} hᵢ) / (p + Σ_i hᵢ)) +
     * F_j⁻¹((p + Σ_{i>j} hᵢ) / (p + Σ_{i≥j} hᵢ))) / 2}, where F_j is demand over the lead times of stages 1 ... j. The first is a
     * lower, the second an upper bound of the best. Source: Shang & Song (2003), Newsvendor bounds and heuristic for optimal
     * policies in serial supply chains, Management Science 49(5). Example: h = 3, 2, 2 and lead times 1, 1, 2 from the customer
     * on, p = 37.12, demand N(5, 1) a unit of time give 6.49, 12.03 and 22.63 (Snyder & Shen 2019, example 6.1).
     *
     * @param demandOver demand over a time above 0
     * @return units by stage, from the customer on; not rounded, so that whole demand may give halves
     */
    public double[] newsvendorBaseStockUnits(DoubleFunction<Distribution> demandOver) {
        double allHolding =
                stages.stream().mapToDouble(Stage::echelonHoldingCost).sum();
        double upstream = allHolding;
        double time = 0;
        double[] levels = new double[stages.size()];
        for (int j = 0; j < levels.length; j++) {
            double fromHere = upstream;
            upstream = Math.max(0, upstream - stages.get(j).echelonHoldingCost());
            time += stages.get(j).leadTime();
            if (time > 0) {
                Distribution demand = demandOver.apply(time);
                levels[j] = (demand.quantile((stockoutCost + upstream) / (stockoutCost + allHolding))
                                + demand.quantile((stockoutCost + upstream) / (stockoutCost + fromHere)))
                        / 2;
            }
        }
        return levels;
    }
}
