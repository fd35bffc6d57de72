package org.plenish.engine.simulate.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenish.engine.forecast.MethodRules;
import org.plenish.engine.io.generate.DatasetGenerator;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.policy.PolicyChoice;
import org.plenish.engine.policy.PolicyEngine;
import org.plenish.engine.policy.SkuLocationProfile;
import org.plenish.engine.policy.UsualAnswers;
import org.plenish.engine.simulate.backtest.BacktestReport.EqualFillRate;

class BacktestRunTest {

    private static final Dataset SHOP = DatasetGenerator.generate(new DatasetGenerator.Settings(10, 2, 60, 7))
            .dataset();

    private static final List<Contender.Simple> BOTH = List.of(
            new Contender.Simple(new SimplePolicy(SimplePolicy.Kind.MIN_MAX)),
            new Contender.Simple(new SimplePolicy(SimplePolicy.Kind.TWO_WEEKS)));

    /** Decides the same for all, and keeps what it was shown. */
    private static final class Remembering implements PolicyEngine {

        private final List<String> seen = new ArrayList<>();

        @Override
        public List<PolicyChoice> decide(List<SkuLocationProfile> profiles) {
            seen.add(profiles.toString());
            return profiles.stream()
                    .map(profile -> UsualAnswers.choice(profile.location(), answers -> {}))
                    .toList();
        }
    }

    private static BacktestSettings settings(int threads) {
        return new BacktestSettings(null, 1, true, 13, threads);
    }

    private static BacktestReport run(Dataset dataset, BacktestSettings settings, PolicyEngine engine) {
        return new BacktestRun(dataset, settings)
                .run(
                        List.of(new Contender.RuleBook("current", "The same for all.", MethodRules.AUTOMATIC, engine)),
                        BOTH,
                        (share, detail) -> {});
    }

    @Test
    void whatComesAndGoesBalancesInEveryBucketForEveryPolicy() {
        BacktestReport report = run(SHOP, settings(2), new Remembering());

        assertThat(report.buckets().count()).isEqualTo(30); // half of 60 weeks
        assertThat(report.locations()).isGreaterThan(10);
        assertThat(report.outcomes()).hasSize(3);
        for (Outcome outcome : report.outcomes()) {
            assertThat(outcome.total().figures().demandUnits()).isPositive();
            assertThat(outcome.total().figures().orderedUnits()).isPositive();
            outcome.byBucket().forEach(BacktestRunTest::assertBalance);
            outcome.byLocation().values().forEach(part -> assertBalance(part.figures()));
            assertThat(outcome.byLocation().values().stream()
                            .mapToDouble(part -> part.figures().cost().total())
                            .sum())
                    .isCloseTo(outcome.total().figures().cost().total(), within(1e-6));
        }
    }

    private static void assertBalance(Figures figures) {
        assertThat(figures.openingUnits() + figures.receivedUnits() - figures.servedUnits())
                .isEqualTo(figures.closingUnits());
        assertThat(figures.servedUnits()).isBetween(0L, figures.demandUnits());
    }

    @Test
    void allPoliciesMeetTheSameDemandAndBeginWithTheSameStock() {
        List<Outcome> outcomes = run(SHOP, settings(2), new Remembering()).outcomes();

        assertThat(outcomes)
                .extracting(outcome -> outcome.total().figures().demandUnits())
                .containsOnly(outcomes.get(0).total().figures().demandUnits());
        assertThat(outcomes)
                .extracting(outcome -> outcome.byBucket().get(0).openingUnits())
                .containsOnly(outcomes.get(0).byBucket().get(0).openingUnits());
    }

    @Test
    void theReportDoesNotDependOnTheNumberOfThreads() {
        assertThat(run(SHOP, settings(3), new Remembering())).isEqualTo(run(SHOP, settings(1), new Remembering()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 22})
    void whatIsDecidedBeforeADayDoesNotDependOnWhatComesLater(int bucket) {
        LocalDate day = BacktestRun.replayed(SHOP, null).start(bucket);
        Remembering asItWas = new Remembering();
        BacktestReport before = run(SHOP, settings(2), asItWas);
        for (Dataset changed : List.of(LaterData.deleted(SHOP, day), LaterData.changed(SHOP, day))) {
            Remembering otherwise = new Remembering();
            BacktestReport after = run(changed, settings(2), otherwise);

            assertThat(otherwise.seen.subList(0, bucket + 1)).isEqualTo(asItWas.seen.subList(0, bucket + 1));
            for (int i = 0; i < before.outcomes().size(); i++) {
                assertThat(after.outcomes().get(i).byBucket().subList(0, bucket))
                        .isEqualTo(before.outcomes().get(i).byBucket().subList(0, bucket));
            }
        }
        assertThat(run(LaterData.changed(SHOP, day), settings(2), new Remembering()))
                .isNotEqualTo(before); // it does matter afterwards
    }

    @Test
    void aSimplePolicyIsScaledUntilItServesAsMuch() {
        BacktestReport report = run(SHOP, settings(2), new Remembering());

        double wanted = report.outcomes().get(0).total().figures().fillRate();
        assertThat(report.atEqualFillRate()).hasSize(2);
        for (EqualFillRate one : report.atEqualFillRate()) {
            assertThat(Math.abs(one.figures().fillRate() - wanted)).isLessThan(0.02);
        }
    }

    @Test
    void aHistoryOfLessThanTwoBucketsIsRefused() {
        LocalDate first = SHOP.firstSale();
        assertThat(first).isNotNull();
        assertThatThrownBy(() -> new BacktestRun(SHOP.withAsOf(first.plusDays(3)), settings(1)))
                .hasMessageContaining("must have 2 or more");
        assertThatThrownBy(() -> new BacktestRun(SHOP, new BacktestSettings(first, 1, true, 13, 1)))
                .hasMessageContaining("from: " + first + " must be after the first sale");
    }
}
