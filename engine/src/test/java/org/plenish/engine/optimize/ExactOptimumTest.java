package org.plenish.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenish.engine.io.PlanInstanceFormat;
import org.plenish.engine.optimize.ExactMilp.Answer;
import org.plenish.engine.optimize.ExactMilp.Outcome;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.pricing.BoundParts;
import org.plenish.engine.optimize.pricing.BranchAndBound;
import org.plenish.engine.optimize.pricing.InParallel;
import org.plenish.engine.optimize.pricing.Pricing;

/** Bounds and plans of small problems, held against the optimum that a mixed-integer program proves. */
class ExactOptimumTest {

    private static final Path INSTANCES =
            Path.of(System.getProperty("plenish.shared", "../shared")).resolve("golden/plan_instances");
    private static final int PROBLEMS = 60;
    private static final int PARTED = 20;
    private static final int PARTS = 200;
    private static final double CENT = 0.01;

    /** What the solver's own tolerance may hide: far below a cent. */
    private static final double TOLERANCE = 1e-4;

    @ParameterizedTest
    @CsvSource({"P01-micro-1w, 838.86", "P02-micro-2w, 332.31"})
    void thePublishedOptimumIsReproduced(String name, double published) throws IOException {
        Path instance = INSTANCES.resolve(name + ".json");
        assumeTrue(Files.exists(instance), "skipped: no reference instance at " + instance);
        ReplenishmentProblem problem = new PlanInstanceFormat().read(instance);

        Answer answer = ExactMilp.solve(problem, Duration.ofMinutes(5));

        assertThat(answer.outcome()).isEqualTo(Outcome.OPTIMAL);
        assertThat(answer.cost()).isCloseTo(published, within(CENT));
        isSimulatedToTheSameCost(problem, answer);
    }

    @Test
    void noBoundIsAboveAndNoPlanBelowTheOptimum() {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (long seed = 0; seed < PROBLEMS; seed++) {
            ReplenishmentProblem problem = TinyProblem.of(seed);
            Answer answer = ExactMilp.solve(problem, Duration.ofSeconds(2));
            outcomes.merge(answer.outcome(), 1, Integer::sum);
            OptimizationResult result =
                    new PlanOptimizer().optimize(problem, OptimizerSettings.ofMoves(500, 7, 1), message -> {});

            switch (answer.outcome()) {
                case OPTIMAL -> {
                    isSimulatedToTheSameCost(problem, answer);
                    assertThat(result.lowerBound())
                            .as("bound of problem %d", seed)
                            .isLessThanOrEqualTo(answer.cost() + TOLERANCE);
                    if (result.violations().isEmpty()) {
                        assertThat(result.cost().total())
                                .as("plan of problem %d", seed)
                                .isGreaterThanOrEqualTo(answer.cost() - TOLERANCE);
                    }
                }
                case INFEASIBLE ->
                    assertThat(result.violations())
                            .as("violations of problem %d, which has no plan within the limits", seed)
                            .isNotEmpty();
                case UNDECIDED -> {}
            }
        }
        assertThat(outcomes.getOrDefault(Outcome.OPTIMAL, 0))
                .as("of %s", outcomes)
                .isGreaterThanOrEqualTo(35);
        assertThat(outcomes.getOrDefault(Outcome.INFEASIBLE, 0))
                .as("of %s", outcomes)
                .isGreaterThanOrEqualTo(5);
    }

    @Test
    void partingAllPlansRaisesTheBoundToNoMoreThanTheOptimum() {
        int raised = 0;
        for (long seed = 0; seed < PARTED; seed++) {
            ReplenishmentProblem problem = TinyProblem.of(seed);
            Answer answer = ExactMilp.solve(problem, Duration.ofSeconds(2));
            if (answer.outcome() == Outcome.OPTIMAL) {
                ExactProblem index = new ExactProblem(problem);
                try (InParallel parallel = new InParallel(1)) {
                    BoundParts root =
                            new Pricing(index, parallel).run(20, () -> false).bound();

                    double bound =
                            new BranchAndBound(index, parallel).run(root, 2 * answer.cost() + 1, PARTS, () -> false);

                    assertThat(bound)
                            .as("bound of problem %d", seed)
                            .isGreaterThanOrEqualTo(root.lowerBound())
                            .isLessThanOrEqualTo(answer.cost() + TOLERANCE);
                    raised += bound > root.lowerBound() + CENT ? 1 : 0;
                }
            }
        }
        assertThat(raised).isGreaterThanOrEqualTo(PARTED / 5); // the others are tight from the start, or have no plan
    }

    /** The optimum of the program, put into the product's simulation: within every limit, at the same cost. */
    private static void isSimulatedToTheSameCost(ReplenishmentProblem problem, Answer answer) {
        SharedUse use = SharedUse.of(new ExactProblem(problem), answer.plans().toArray(ItemPlan[]::new));
        assertThat(use.excess()).isZero();
        assertThat(FixedPoint.currency(use.costMicros())).isCloseTo(answer.cost(), within(TOLERANCE));
    }

    @Test
    void theTinyProblemsHaveEveryFeature() {
        Set<String> features = new HashSet<>();
        LongStream.range(0, PROBLEMS).mapToObj(TinyProblem::of).forEach(problem -> noteFeatures(problem, features));
        assertThat(features)
                .containsExactlyInAnyOrder(
                        "minimum off the pack",
                        "price break",
                        "two suppliers",
                        "closed period",
                        "not delivered",
                        "minimum order value",
                        "payment later",
                        "cash limit",
                        "cash that is lost",
                        "space limit",
                        "transfer",
                        "truck",
                        "not to be moved there",
                        "safety stock",
                        "opening backlog",
                        "receipt",
                        "shelf life",
                        "never scrapped");
    }

    private static void noteFeatures(ReplenishmentProblem problem, Set<String> features) {
        note(features, "minimum order value", problem.suppliers().stream().anyMatch(s -> s.minOrderValue() > 0));
        note(features, "payment later", problem.suppliers().stream().anyMatch(s -> s.payOffsetPeriods() > 0));
        note(features, "cash limit", Double.isFinite(problem.cash()[1]));
        note(features, "cash that is lost", Double.isFinite(problem.cash()[1]) && !problem.cashCarriesForward());
        note(features, "space limit", Double.isFinite(problem.spaceM3()[0][0]));
        note(features, "transfer", !problem.lanes().isEmpty());
        note(features, "truck", problem.lanes().stream().anyMatch(lane -> Double.isFinite(lane.truckM3())));
        for (Sku sku : problem.skus()) {
            note(features, "two suppliers", sku.sources().size() > 1);
            note(features, "shelf life", sku.shelfLifePeriods() > 0);
            note(features, "never scrapped", Double.isInfinite(sku.scrapCost()));
            for (int w = 0; w < problem.warehouses().size(); w++) {
                note(features, "safety stock", sku.safetyStockUnits()[w] > 0);
                note(features, "opening backlog", sku.initialUnits()[w] < 0);
                note(features, "receipt", sku.receiptUnits()[w][0] > 0);
                note(features, "not to be moved there", !sku.transferableTo()[w]);
            }
            for (Source source : sku.sources()) {
                note(features, "minimum off the pack", source.minOrderQuantityUnits() % source.packUnits() != 0);
                note(features, "price break", source.tierFromUnits().length > 1);
                note(features, "not delivered", !source.deliversTo()[0]);
                note(features, "closed period", !source.canOrder()[0]);
            }
        }
    }

    private static void note(Set<String> features, String feature, boolean seen) {
        if (seen) {
            features.add(feature);
        }
    }
}
