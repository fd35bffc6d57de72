package org.plenish.engine.io.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plenish.engine.forecast.PlainForecast;

class PlainForecastRowsTest {

    @Test
    void writesARowAStepWithTheBoundsOfEachLevel() {
        PlainForecastRows rows = rows("80", "95");
        assertThat(rows.header()).isEqualTo("series,step,mean,lo80,hi80,lo95,hi95,method\n");
        assertThat(rows.probabilities()).containsExactly(0.025, 0.1, 0.9, 0.975);
        double[][] quantiles = {{1, 2}, {3, 4}, {5, 6}, {7, 8}};
        StringBuilder csv = new StringBuilder();
        rows.append(csv, "A \"1\", red", new PlainForecast("ets", "", new double[] {4, 4.5}, quantiles));
        assertThat(csv.toString()).isEqualTo("""
                "A ""1"", red",1,4,3,5,1,7,ets
                "A ""1"", red",2,4.5,4,6,2,8,ets
                """);
    }

    @Test
    void keepsTheOrderOfTheLevelsAsked() {
        PlainForecastRows rows = rows("99.50", "50");
        assertThat(rows.header()).isEqualTo("series,step,mean,lo99.5,hi99.5,lo50,hi50,method\n");
        StringBuilder csv = new StringBuilder();
        rows.append(csv, "A", new PlainForecast("ets", "", new double[] {0}, new double[][] {{-3}, {-1}, {1}, {3}}));
        assertThat(csv.toString()).isEqualTo("A,1,0,-3,3,-1,1,ets\n");
    }

    @Test
    void writesSevenDigitsWithoutExponentForEverySize() {
        assertThat(written(0.0)).isEqualTo("0");
        assertThat(written(-0.0)).isEqualTo("0");
        assertThat(written(1.0 / 3)).isEqualTo("0.3333333");
        assertThat(written(100.0 / 3)).isEqualTo("33.33333");
        assertThat(written(9.99999999)).isEqualTo("10");
        assertThat(written(-12.05)).isEqualTo("-12.05");
        assertThat(written(1234567.89)).isEqualTo("1234568");
        assertThat(written(987654321.9)).isEqualTo("987654300");
        assertThat(written(1.23456789e12)).isEqualTo("1234568000000");
        assertThat(written(1e-9)).isEqualTo("0.000000001");
    }

    @Test
    void writesWhatTheExactDecimalRoundsTo() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            double value = (random.nextDouble() - 0.5) * StrictMath.pow(10, random.nextInt(-4, 14));
            String exact = new BigDecimal(value)
                    .round(new java.math.MathContext(7))
                    .stripTrailingZeros()
                    .toPlainString();
            assertThat(written(value)).isEqualTo(exact);
        }
    }

    @Test
    void refusesLevelsThatAreNone() {
        assertThatThrownBy(() -> rows("80", "100")).hasMessage("100 must be more than 0 and less than 100.");
        assertThatThrownBy(() -> rows("0")).hasMessage("0 must be more than 0 and less than 100.");
        assertThatThrownBy(() -> rows("80", "80.0")).hasMessage("each level must be given once.");
    }

    private static String written(double value) {
        StringBuilder csv = new StringBuilder();
        new PlainForecastRows(List.of())
                .append(csv, "", new PlainForecast("", "", new double[] {value}, new double[0][]));
        return csv.substring(3, csv.length() - 2);
    }

    private static PlainForecastRows rows(String... levels) {
        return new PlainForecastRows(Stream.of(levels).map(BigDecimal::new).toList());
    }
}
