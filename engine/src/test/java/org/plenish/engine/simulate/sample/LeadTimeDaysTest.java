package org.plenish.engine.simulate.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plenish.engine.math.Gamma;

class LeadTimeDaysTest {

    private static final int DRAWS = 100_000;

    @Test
    void takesTheMeanAndTheDeviationThatTheTermsName() {
        LeadTimeDays leadTime = LeadTimeDays.of(21, 6);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            int days = leadTime.days((i + 0.5) / DRAWS, 0);
            sum += days;
            squares += (double) days * days;
        }
        double mean = sum / DRAWS;
        assertThat(mean).isCloseTo(21, within(0.01));
        assertThat(Math.sqrt(squares / DRAWS - mean * mean))
                .isCloseTo(Math.hypot(6, Math.sqrt(1 / 12.0)), within(0.01));
    }

    @Test
    void anOpenOrderHasNotComeYet() {
        LeadTimeDays leadTime = LeadTimeDays.of(21, 6);
        int later = 0;
        for (int i = 0; i < DRAWS; i++) {
            int days = leadTime.days((i + 0.5) / DRAWS, 25);
            assertThat(days).isGreaterThanOrEqualTo(25);
            later += days > 30 ? 1 : 0;
        }
        Gamma exact = Gamma.ofMoments(21, 6);
        assertThat((double) later / DRAWS)
                .isCloseTo(
                        (1 - exact.cumulativeProbability(30.5)) / (1 - exact.cumulativeProbability(24.5)),
                        within(0.001));
    }

    @Test
    void whatIsNeverLateTakesItsTime() {
        assertThat(LeadTimeDays.of(21, 0).days(0.999, 5)).isEqualTo(21);
        assertThat(LeadTimeDays.of(21, 0).days(0.5, 30)).isEqualTo(30); // overdue: it comes today
        assertThat(LeadTimeDays.of(21, 6).days(0.5, 5_000)).isEqualTo(5_000);
        assertThat(LeadTimeDays.of(0, 3).days(0.5, 0)).isZero();
    }
}
