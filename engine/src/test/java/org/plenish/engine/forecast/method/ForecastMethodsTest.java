package org.plenish.engine.forecast.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForecastMethodsTest {

    @Test
    void everyMethodClassIsInTheList() {
        // months have no season inside another, hours have
        Set<String> registered = Stream.of(12, 24)
                .flatMap(period -> ForecastMethods.all(period).stream())
                .map(method -> method.getClass().getName())
                .collect(Collectors.toSet());
        List<String> classes = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.plenish.engine.forecast.method")
                        .stream()
                        .filter(type -> type.isAssignableTo(ForecastMethod.class) && !type.isInterface())
                        .map(type -> type.getName())
                        .toList();
        assertThat(registered).containsExactlyInAnyOrderElementsOf(classes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 12, 24})
    void everyMethodRefusesAnOddSeriesOrForecastsItInFiniteNumbers(int period) {
        for (ForecastMethod method : ForecastMethods.all(period)) {
            OddSeries.ALL.forEach((name, values) -> {
                if (method.canForecast(values)) {
                    Prediction prediction = method.forecast(values, 3);
                    String what = method.id() + " of " + name;
                    assertThat(prediction.mean()).as(what).hasSize(3);
                    assertThat(Arrays.stream(prediction.mean())).as(what).allMatch(Double::isFinite);
                    assertThat(Arrays.stream(prediction.sd())).as(what).allMatch(sd -> Double.isFinite(sd) && sd >= 0);
                }
            });
        }
    }

    @Test
    void everyMethodSaysWhatItSuitsInTheRestOfASentence() {
        for (ForecastMethod method : ForecastMethods.all(24)) {
            assertThat(method.suits()).as(method.id()).matches("[a-z].*[a-z]");
        }
    }

    @Test
    void idsAreUniqueAndTheNaiveForecastComesFirst() {
        List<ForecastMethod> methods = ForecastMethods.all(12);
        assertThat(methods.stream().map(ForecastMethod::id)).doesNotHaveDuplicates();
        assertThat(methods.get(0)).isInstanceOf(Naive.class);
    }

    @Test
    void aSeasonNeedsTwoOfThem() {
        assertThat(ForecastMethods.ofSeries(103, 52))
                .noneMatch(method -> method.id().contains("seasonal"));
        assertThat(ForecastMethods.ofSeries(104, 52).stream().map(ForecastMethod::id))
                .contains("seasonal_naive", "seasonal_ses", "seasonal_holt_damped");
    }

    @Test
    void naiveRepeatsTheLastKnownBucket() {
        assertThat(new Naive().forecast(new double[] {3, 8, Double.NaN}, 2).mean())
                .containsExactly(8, 8);
    }

    @Test
    void seasonalNaiveRepeatsTheLastKnownSeason() {
        double[] demand = {1, 2, 3, 4, 5, Double.NaN, 7, 8};
        assertThat(new SeasonalNaive(4).forecast(demand, 5).mean()).containsExactly(5, 2, 7, 8, 5);
    }

    @Test
    void movingAverageTakesTheWindowThatWouldHaveForecastBest() {
        double[] step = {10, 10, 10, 10, 10, 10, 20, 20, 20, 20, 20, 20};
        assertThat(MovingAverage.window(step)).isEqualTo(2); // the shortest forgets the old level soonest
        assertThat(new MovingAverage().forecast(step, 1).mean()).containsExactly(20);
    }

    @Test
    void movingAverageOfIntermittentDemandIsWideEnoughToHoldTwoDemands() {
        double[] demand = {0, 0, 0, 4, 0, 0, 0, 4, 0, 0, 0, 4, 0, 0, 0, 4, 0, 0, 0, 0};
        assertThat(MovingAverage.window(demand)).isGreaterThanOrEqualTo(8); // an interval is 20 / 4 = 5 buckets
    }

    @Test
    void methodsOfASeriesWithoutSeasonAreTheSameOnDeseasonalizedDemand() {
        double[] demand = new double[24];
        Arrays.fill(demand, 6);
        assertThat(Deseasonalized.byItself(new SimpleExponentialSmoothing(), 12)
                        .forecast(demand, 3)
                        .mean())
                .containsExactly(new double[] {6, 6, 6}, offset(1e-9));
    }

    @Test
    void aSeasonIsReadFromThePoolNoFurtherThanTheHistoryReaches() {
        double[] pool = new double[36];
        for (int i = 0; i < 36; i++) {
            pool[i] = i % 12 == 11 ? 30 : 10;
        }
        double[] changed = pool.clone();
        Arrays.fill(changed, 30, 36, 999);
        double[] demand = {4, 6, 5, 4, 6, 15, 5, 4, 6, 5};
        double[] forecast = Deseasonalized.byPool(new SimpleExponentialSmoothing(), 12, pool, 18)
                .forecast(demand, 12)
                .mean();
        assertThat(Deseasonalized.byPool(new SimpleExponentialSmoothing(), 12, changed, 18)
                        .forecast(demand, 12)
                        .mean())
                .containsExactly(forecast);
        // bucket 28 follows; bucket 35 is the next with the peak
        assertThat(forecast[7]).isGreaterThan(2 * forecast[0]);
    }

    @Test
    void seasonalIndicesFindAPeakAndAverageToOne() {
        double[] demand = new double[48];
        for (int i = 0; i < 48; i++) {
            demand[i] = i % 12 == 11 ? 23 : 11; // mean 12
        }
        double[] indices = SeasonalIndices.of(demand, 12, 0);
        assertThat(indices[11]).isEqualTo(23 / 12.0, offset(1e-9));
        assertThat(indices[0]).isEqualTo(11 / 12.0, offset(1e-9));
        // four seasons seen and one of 1 assumed: (4 × 23 / 12 + 1) / 5
        assertThat(SeasonalIndices.of(demand, 12, 1)[11]).isEqualTo(26 / 15.0, offset(1e-9));
    }

    @Test
    void seasonalIndicesTakeTheTrendOutFirstAndPassOverGaps() {
        double[] demand = new double[16];
        for (int i = 0; i < 16; i++) {
            demand[i] = 100 + 2 * i;
        }
        demand[9] = Double.NaN;
        assertThat(SeasonalIndices.of(demand, 4, 1)).containsExactly(new double[] {1, 1, 1, 1}, offset(0.02));
    }
}
