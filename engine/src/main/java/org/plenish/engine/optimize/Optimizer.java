package org.plenish.engine.optimize;

import java.util.function.Consumer;

/** Finds what to order and move. */
public interface Optimizer {

    /**
     * @param progress told now and then, in words, how far it is
     * @return a plan, also where limits cannot be kept: it then names the violations
     */
    OptimizationResult optimize(ReplenishmentProblem problem, OptimizerSettings settings, Consumer<String> progress);
}
