/**
 * Stock under demand and lead times that are drawn at random. Everything starts from a seed, and every draw has an
 * address of its own ({@code RandomStream}): what happens to one article does not shift the draws of another, so that two
 * plans compared with one seed meet the same demand.
 *
 * <p>{@code PolicySimulation} and {@code ContinuousReviewSimulation} run one system for long and are held to the formulas
 * of {@code inventory}; {@code PlanUncertainty} lets thousands of futures happen to a whole plan.
 */
@NullMarked
package org.plenish.engine.simulate.sample;

import org.jspecify.annotations.NullMarked;
