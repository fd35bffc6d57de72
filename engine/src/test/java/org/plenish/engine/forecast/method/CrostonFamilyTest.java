package org.plenish.engine.forecast.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plenish.engine.forecast.method.Croston.Correction;

class CrostonFamilyTest {

    private static final double NOT_KNOWN = Double.NaN;
    private static final double[] DEMAND = {0, 0, 6, 0, 3, 0, 0, 0};

    @Test
    void crostonSmoothsSizeAndIntervalApart() {
        // Croston (1972): start size 4, interval 2, α = 0.5
        // 6 after 3: size 4 + 0.5 × 2 = 5, interval 2 + 0.5 × 1 = 2.5
        // 3 after 2: size 5 − 0.5 × 2 = 4, interval 2.5 − 0.5 × 0.5 = 2.25; 4 / 2.25
        assertThat(Croston.run(DEMAND, 0.5, Correction.NONE, 4, 2).rate()).isEqualTo(4 / 2.25, offset(1e-12));
    }

    @Test
    void crostonCountsSquaredOneStepErrors() {
        // forecasts 2, 2, 2, then 5 / 2.5 = 2: (0 − 2)² + (0 − 2)² + (6 − 2)² + (0 − 2)²
        assertThat(Croston.run(new double[] {0, 0, 6, 0}, 0.5, Correction.NONE, 4, 2)
                        .squaredError())
                .isEqualTo(28);
    }

    @Test
    void syntetosBoylanIsCrostonLessHalfAlpha() {
        double croston = Croston.run(DEMAND, 0.2, Correction.NONE, 4, 2).rate();
        assertThat(Croston.run(DEMAND, 0.2, Correction.FOR_BERNOULLI_ARRIVALS, 4, 2)
                        .rate())
                .isEqualTo(croston * 0.9, offset(1e-12)); // 1 − 0.2 / 2
    }

    @Test
    void shaleBoylanJohnstonCorrectsALittleMore() {
        double croston = Croston.run(DEMAND, 0.2, Correction.NONE, 4, 2).rate();
        assertThat(Croston.run(DEMAND, 0.2, Correction.FOR_POISSON_ARRIVALS, 4, 2)
                        .rate())
                .isEqualTo(croston * 8 / 9, offset(1e-12)); // 1 − 0.2 / 1.8
    }

    @Test
    void crostonIsThatOfR() {
        // R 4.2.2, forecast 8.20: croston(x, h = 1, alpha = 0.1)$mean; it starts from the first size and interval
        double[] x = {0, 0, 6, 0, 3, 0, 0, 0, 5, 0, 2, 2, 0, 0, 9, 0, 0, 1, 0, 4};
        assertThat(Croston.run(x, 0.1, Correction.NONE, 6, 3).rate()).isEqualTo(1.78901014063897, offset(1e-12));
        // croston(c(4, 7, 5, 9, 6, 8, 3, 5), h = 1, alpha = 0.3) = ses(..., initial = "simple", alpha = 0.3)
        double[] smooth = {4, 7, 5, 9, 6, 8, 3, 5};
        assertThat(Croston.run(smooth, 0.3, Correction.NONE, 4, 1).rate()).isEqualTo(5.4002551, offset(1e-12));
    }

    @Test
    void aggregationAddsUpSpansThatEndWithTheLastBucket() {
        assertThat(AggregateDisaggregate.totals(new double[] {9, 1, 0, 2, 0, 0, 3}, 3))
                .containsExactly(3, 3); // 1 + 0 + 2, 0 + 0 + 3
        assertThat(AggregateDisaggregate.meanIntervalBuckets(DEMAND)).isEqualTo(4); // 8 buckets, 2 demands
    }

    @Test
    void aggregationOverSpansOfSteadyTotalsIsTheirShare() {
        // 6 in every third bucket: totals of 6, 6, ...; 2 a bucket
        double[] steady = {0, 0, 6, 0, 0, 6, 0, 0, 6, 0, 0, 6};
        assertThat(new AggregateDisaggregate().forecast(steady, 2).mean())
                .containsExactly(new double[] {2, 2}, offset(1e-9));
    }

    @Test
    void aggregationOverSingleBucketsIsExponentialSmoothing() {
        double[] demand = {4, 7, 5, 9, 6, 8, 3, 5, 6, 4};
        double smoothed = new SimpleExponentialSmoothing().forecast(demand, 1).mean()[0];
        assertThat(AggregateDisaggregate.rate(demand, 1)).isEqualTo(smoothed, offset(1e-3));
        assertThat(new MultipleAggregation().forecast(demand, 1).mean()[0])
                .isEqualTo(AggregateDisaggregate.rate(demand, 1), offset(1e-12));
    }

    @Test
    void multipleAggregationAveragesOverSpans() {
        double[] demand = {0, 3, 0, 1, 0, 0, 2, 0, 5, 0, 0, 1, 0, 2, 0}; // interval 15 / 6: 3
        double mean = (AggregateDisaggregate.rate(demand, 1)
                        + AggregateDisaggregate.rate(demand, 2)
                        + AggregateDisaggregate.rate(demand, 3))
                / 3;
        assertThat(new MultipleAggregation().forecast(demand, 1).mean()[0]).isEqualTo(mean, offset(1e-12));
    }

    @ParameterizedTest
    @MethodSource("family")
    void oddSeriesGetASaneAnswerOrARefusal(ForecastMethod method) {
        OddSeries.ALL.keySet().forEach(name -> OddSeries.assertSaneAnswerTo(name, method));
    }

    static Stream<ForecastMethod> family() {
        return Stream.of(
                new Croston(),
                new SyntetosBoylan(),
                new ShaleBoylanJohnston(),
                new TeunterSyntetosBabai(),
                new AggregateDisaggregate(),
                new MultipleAggregation());
    }

    @Test
    void crostonWithoutZerosIsExponentialSmoothingOfDemand() {
        double[] demand = {4, 7, 5, 9, 6};
        assertThat(Croston.run(demand, 0.3, Correction.NONE, 5, 1).rate())
                .isEqualTo(SimpleExponentialSmoothing.level(demand, 0.3, 5), offset(1e-12));
    }

    @Test
    void teunterSyntetosBabaiSinksWhileNothingSells() {
        // Teunter, Syntetos & Babai (2011): α = 0.5 for size, β = 0.1 for probability; start 0.4 and 4
        // probability: 0.36, 0.324, 0.3916, 0.35244, 0.417196, 0.3754764, 0.33792876, 0.304135884; size: 5, then 4
        assertThat(TeunterSyntetosBabai.run(DEMAND, 0.5, 0.1, 0.4, 4).rate()).isEqualTo(1.216543536, offset(1e-12));
    }

    @Test
    void teunterSyntetosBabaiWithoutZerosIsExponentialSmoothingOfDemand() {
        double[] demand = {4, 7, 5, 9, 6};
        assertThat(TeunterSyntetosBabai.run(demand, 0.3, 0.2, 1, 5).rate())
                .isEqualTo(SimpleExponentialSmoothing.level(demand, 0.3, 5), offset(1e-12));
    }

    @Test
    void bucketsThatAreNotKnownAreNoZeros() {
        double[] gaps = {0, NOT_KNOWN, 0, 6, NOT_KNOWN, 0, 3, 0, 0, NOT_KNOWN, 0};
        assertThat(Croston.run(gaps, 0.5, Correction.NONE, 4, 2))
                .isEqualTo(Croston.run(DEMAND, 0.5, Correction.NONE, 4, 2));
        assertThat(TeunterSyntetosBabai.run(gaps, 0.5, 0.1, 0.4, 4))
                .isEqualTo(TeunterSyntetosBabai.run(DEMAND, 0.5, 0.1, 0.4, 4));
    }

    @Test
    void fittedMethodsFindTheRateOfSteadyIntermittentDemand() {
        double[] everyFourth = new double[48];
        for (int i = 3; i < 48; i += 4) {
            everyFourth[i] = 8;
        }
        assertThat(new Croston().forecast(everyFourth, 2).mean())
                .containsExactly(new double[] {2, 2}, offset(1e-6)); // 8 / 4
        assertThat(new SyntetosBoylan().forecast(everyFourth, 1).mean()[0]).isBetween(1.5, 2.0);
        assertThat(new TeunterSyntetosBabai().forecast(everyFourth, 1).mean()[0])
                .isBetween(1.5, 3.0);
    }

    @Test
    void onlyIntermittentDemandIsForecastWithThem() {
        double[] smooth = {4, 7, 5, 9, 6, 8, 3, 5};
        assertThat(family()).noneMatch(method -> method.canForecast(smooth));
        assertThat(family()).allMatch(method -> method.canForecast(DEMAND));
    }
}
