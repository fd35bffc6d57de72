package org.plenish.engine.forecast.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArimaTest {

    @Test
    void tellsTheOrderItChose() {
        assertThat(new Arima(12).chosenOrder(RSeries.accidentalDeaths())).isEqualTo("ARIMA(0,1,1)(0,1,1)[12]");
    }

    @Test
    void takesLogarithmsWhereTheSeasonGrowsWithTheLevel() {
        double[] passengers = RSeries.airPassengers();
        assertThat(new Arima(12).chosenOrder(passengers)).isEqualTo("ARIMA(0,1,1)(0,1,1)[12] of logarithms");
        Prediction prediction = new Arima(12).forecast(passengers, 24);
        // R 4.2.2, forecast 8.20: forecast(Arima(AirPassengers, c(0,1,1), c(0,1,1), lambda=0, biasadj=TRUE), h=24)$mean
        assertThat(prediction.mean()[0]).isEqualTo(450.73119, offset(0.2));
        assertThat(prediction.mean()[23]).isEqualTo(530.58173, offset(0.5));
        assertThat(prediction.sd()[23]).isGreaterThan(3 * prediction.sd()[0]);
    }

    @Test
    void needsEightKnownBuckets() {
        assertThat(new Arima(12).canForecast(new double[0])).isFalse();
        assertThat(new Arima(12).canForecast(new double[] {5})).isFalse();
        double[] gaps = new double[20];
        Arrays.fill(gaps, Double.NaN);
        assertThat(new Arima(12).canForecast(gaps)).isFalse();
        Arrays.fill(gaps, 0, 8, 3);
        assertThat(new Arima(12).canForecast(gaps)).isTrue();
    }

    @Test
    void aConstantSeriesStaysConstantForCertain() {
        for (double value : new double[] {0, 7, -3, 1e12, 1e-9}) {
            double[] values = new double[40];
            Arrays.fill(values, value);
            Prediction prediction = new Arima(12).forecast(values, 3);
            assertThat(prediction.mean()).containsExactly(value, value, value);
            assertThat(prediction.sd()).containsExactly(0, 0, 0);
        }
    }

    @Test
    void aStraightLineGoesOnForCertain() {
        double[] values = IntStream.range(0, 30).mapToDouble(t -> 100 - 3.0 * t).toArray();
        Prediction prediction = new Arima(1).forecast(values, 2);
        assertThat(prediction.mean()).containsExactly(new double[] {10, 7}, offset(1e-6));
        assertThat(prediction.sd()).containsExactly(new double[] {0, 0}, offset(1e-6));
    }

    @Test
    void aPureSeasonComesBack() {
        double[] values = IntStream.range(0, 48).mapToDouble(t -> 10 + t % 12).toArray();
        Prediction prediction = new Arima(12).forecast(values, 12);
        assertThat(prediction.mean()).containsExactly(Arrays.copyOf(values, 12), offset(1e-6));
    }

    @Test
    void sizeAndSignDoNotMatter() {
        double[] values = RSeries.accidentalDeaths();
        Prediction plain = new Arima(12).forecast(values, 12);
        // powers of two scale without rounding
        for (double factor : new double[] {-1, 0x1p40, 0x1p-60}) {
            double[] scaled = Arrays.stream(values).map(v -> v * factor).toArray();
            Prediction prediction = new Arima(12).forecast(scaled, 12);
            for (int h = 0; h < 12; h++) {
                assertThat(prediction.mean()[h] / factor).isEqualTo(plain.mean()[h], offset(1e-6));
                assertThat(prediction.sd()[h] / Math.abs(factor)).isEqualTo(plain.sd()[h], offset(1e-6));
            }
        }
    }

    @Test
    void gapsAreSkippedAndNotTakenAsZero() {
        double[] values = RSeries.accidentalDeaths();
        Prediction plain = new Arima(12).forecast(values, 12);
        double[] gaps = values.clone();
        gaps[20] = Double.NaN;
        gaps[33] = Double.NaN;
        gaps[34] = Double.NaN;
        Prediction prediction = new Arima(12).forecast(gaps, 12);
        for (int h = 0; h < 12; h++) {
            assertThat(prediction.mean()[h]).isEqualTo(plain.mean()[h], offset(0.05 * plain.mean()[h]));
        }
    }

    @Test
    void bucketsNotKnownAtTheEndAreForecastThrough() {
        double[] values = RSeries.accidentalDeaths();
        double[] longer = Arrays.copyOf(values, values.length + 2);
        longer[values.length] = Double.NaN;
        longer[values.length + 1] = Double.NaN;
        Prediction plain = new Arima(12).forecast(values, 5);
        Prediction later = new Arima(12).forecast(longer, 3);
        assertThat(later.mean()).containsExactly(Arrays.copyOfRange(plain.mean(), 2, 5), offset(1e-9));
        assertThat(later.sd()).containsExactly(Arrays.copyOfRange(plain.sd(), 2, 5), offset(1e-9));
    }

    @Test
    void everySeriesOfEightBucketsAndMoreHasAFiniteAnswer() {
        for (int length = 8; length < 70; length++) {
            for (int kind = 0; kind < 6; kind++) {
                double[] values = odd(length, kind);
                for (int period : new int[] {1, 4, 7, 12, 52}) {
                    Prediction prediction = new Arima(period).forecast(values, 20);
                    for (int h = 0; h < 20; h++) {
                        assertThat(prediction.mean()[h]).isFinite();
                        assertThat(prediction.sd()[h]).isFinite().isNotNegative();
                    }
                }
            }
        }
    }

    private static double[] odd(int length, int kind) {
        return IntStream.range(0, length)
                .mapToDouble(t -> switch (kind) {
                    case 0 -> t == length / 2 ? 1 : 0; // a single demand
                    case 1 -> t % 2 == 0 ? 1e12 : -1e12; // flips
                    case 2 -> Math.pow(1.5, t); // explodes
                    case 3 -> t % 3 == 1 ? Double.NaN : 1e-9 * ((t * 7919) % 13); // tiny, with gaps
                    case 4 -> t < length / 2 ? 5 : 500 + (t * 31) % 7; // jumps
                    default -> 1e9 + (t % 12) * ((t * 37) % 5); // small changes of a large level
                })
                .toArray();
    }
}
