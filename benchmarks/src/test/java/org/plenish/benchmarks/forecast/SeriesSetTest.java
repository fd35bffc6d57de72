package org.plenish.benchmarks.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.forecast.SeriesFrequency;

class SeriesSetTest {

    @Test
    void tellsTheFrequencyBySeasonThenByName() {
        assertThat(set("m3_monthly", 12).frequency()).isEqualTo(SeriesFrequency.MONTHLY);
        assertThat(set("m3_quarterly", 4).frequency()).isEqualTo(SeriesFrequency.QUARTERLY);
        assertThat(set("m4_hourly", 24).frequency()).isEqualTo(SeriesFrequency.HOURLY);
        assertThat(set("pasta_weekly", 52).frequency()).isEqualTo(SeriesFrequency.WEEKLY);
        assertThat(set("m4_weekly", 1).frequency()).isEqualTo(SeriesFrequency.WEEKLY);
        assertThat(set("jewelry", 1).frequency()).isEqualTo(SeriesFrequency.WEEKLY);
        assertThat(set("m3_other", 1).frequency()).isEqualTo(SeriesFrequency.YEARLY);
    }

    @Test
    void refusesASeasonItDoesNotKnow() {
        assertThatThrownBy(() -> set("odd", 13).frequency())
                .hasMessage("meta.csv, set odd: m 13 must be one of 1, 4, 7, 12, 24, 52.");
    }

    private static SeriesSet set(String name, int period) {
        return new SeriesSet(name, period, 6, false, List.of());
    }
}
