package org.plenish.engine.forecast.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class ValueAddedTest {

    @Test
    void isTheErrorByThatOfTheNaiveForecast() {
        assertThat(ValueAdded.overNaive(8, 6).relativeError()).isEqualTo(0.75);
        assertThat(ValueAdded.overNaive(0, 0).relativeError()).isNaN();
        assertThat(ValueAdded.UNKNOWN.relativeError()).isNaN();
    }

    @Test
    void judgesForecastsFromOutsideOnlyWhereAllThreeErrorsAreKnown() {
        double[] naive = {Double.NaN, 9, 3, 4};
        double[] computed = {2, 2}; // of the last two buckets
        double[] given = {0, 0, Double.NaN, -1};
        ValueAdded added = ValueAdded.overNaive(8, 6).withGiven(naive, computed, given);
        assertThat(added.givenBuckets()).isEqualTo(1);
        assertThat(added.naiveErrorWhereGivenUnits()).isEqualTo(4);
        assertThat(added.forecastErrorWhereGivenUnits()).isEqualTo(2);
        assertThat(added.givenErrorUnits()).isEqualTo(1);
        assertThat(added.relativeError()).isEqualTo(0.75);
    }

    @Test
    void takesTheRootOfTheMeanSquare() {
        double[] errors = {3, 4};
        ValueAdded added = ValueAdded.UNKNOWN.withGiven(errors, errors, errors);
        assertThat(added.givenErrorUnits()).isEqualTo(Math.sqrt(12.5), offset(1e-12)); // (9 + 16) / 2
    }

    @Test
    void saysNothingOfForecastsFromOutsideWhereThereAreNone() {
        double[] none = {Double.NaN};
        assertThat(ValueAdded.overNaive(8, 6).withGiven(none, none, none)).isEqualTo(ValueAdded.overNaive(8, 6));
    }
}
