package org.plenish.web.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AmountTextTest {

    @Test
    void readsUnitsMoreAndPercent() {
        assertThat(AmountText.read("1,500")).contains(new AmountText(ForecastKind.SET, 1_500));
        assertThat(AmountText.read("+50")).contains(new AmountText(ForecastKind.ADD, 50));
        assertThat(AmountText.read("−2.5")).contains(new AmountText(ForecastKind.ADD, -2.5));
        assertThat(AmountText.read("-10 %")).contains(new AmountText(ForecastKind.PERCENT, -10));
        for (String unclear : new String[] {"10%", "-101%", "much", "1e9", "+", "--5", "12345678901"}) {
            assertThat(AmountText.read(unclear)).as(unclear).isEmpty();
        }
    }

    @Test
    void takesNoMoreThanThereIs() {
        assertThat(new AmountText(ForecastKind.ADD, -50).applyTo(30)).isZero();
        assertThat(new AmountText(ForecastKind.PERCENT, 10).applyTo(30)).isEqualTo(33);
    }

    @Test
    void wholePartsAddUpToTheRoundedTotal() {
        double third = 100 / 3.0;
        assertThat(WholeParts.of(new double[] {third, third, third})).containsExactly(34, 33, 33);
        assertThat(WholeParts.of(new double[] {1.2, 3.7, 0.3, 4.8})).containsExactly(1, 4, 0, 5); // 10.0
        assertThat(WholeParts.of(new double[] {0.4, 0.4, 0.4})).containsExactly(1, 0, 0); // 1.2
        assertThat(WholeParts.of(new double[0])).isEmpty();
    }
}
