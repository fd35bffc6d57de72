package org.plenish.engine.optimize;

import java.util.Arrays;
import java.util.List;

/**
 * What more of one limit would buy. {@code estimatedSaving} is the price times the amount: were goods divisible, no more
 * could be saved, as each further unit saves at most as much as the one before; whole packs and lines may need less or
 * more. {@code costAfter} belongs to a plan that was found, so that at least that can be saved.
 *
 * @param raise what is raised
 * @param estimatedSaving currency units
 * @param costBefore of the plan under the limits as they are (currency units), planned again in the same way
 * @param costAfter of the plan under the raised limit, at most {@code costBefore}
 * @param added what is bought more, or sooner, then; greatest value first
 * @param dropped lines that are bought less, or later, then
 */
public record LimitEffect(
        Raise raise, double estimatedSaving, double costBefore, double costAfter, List<AddedLine> added, int dropped) {

    public LimitEffect {
        added = List.copyOf(added);
    }

    /** Currency units, ≥ 0. */
    public double saving() {
        return costBefore - costAfter;
    }

    /** A limit and by how much it is raised. */
    public sealed interface Raise {

        /** By the result's prices (currency units). */
        double estimatedSaving(OptimizationResult result);

        /** @param currency more money from the first period on */
        record Cash(double currency) implements Raise {

            @Override
            public double estimatedSaving(OptimizationResult result) {
                return result.cashPrice()[0] * currency;
            }
        }

        /**
         * @param zone index
         * @param cubicMetres more space in every period
         */
        record Space(int zone, double cubicMetres) implements Raise {

            @Override
            public double estimatedSaving(OptimizationResult result) {
                return Arrays.stream(result.spacePrice()[zone]).sum() * cubicMetres;
            }
        }
    }

    /**
     * Indices as in the problem.
     *
     * @param units more than before in that period
     * @param value what is paid more in that period for the line, currency units
     */
    public record AddedLine(int sku, int source, int warehouse, int period, int units, double value) {}
}
