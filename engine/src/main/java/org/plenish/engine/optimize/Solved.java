package org.plenish.engine.optimize;

/** A plan and what its run leaves for the next one. */
public record Solved(OptimizationResult result, OptimizerState state) {}
