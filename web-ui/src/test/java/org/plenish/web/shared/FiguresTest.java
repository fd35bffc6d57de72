package org.plenish.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private final Figures figures = new Figures("GBP");

    @Test
    void writesMoneyWithItsSign() {
        assertThat(figures.money(new BigDecimal("1234.5"))).isEqualTo("£1,234.50");
        assertThat(figures.wholeMoney(new BigDecimal("-1234.56"))).isEqualTo("−£1,235");
        assertThat(figures.price(new BigDecimal("0.0125"))).isEqualTo("£0.0125");
        assertThat(figures.price(2.6213)).isEqualTo("£2.62");
        assertThat(figures.price(0.0213)).isEqualTo("£0.0213");
        assertThat(new Figures("SEK").wholeMoney(12)).isEqualTo("SEK\u202F12");
        assertThat(new Figures("beans").wholeMoney(12)).isEqualTo("beans\u202F12");
    }

    @Test
    void writesUnitsAndShares() {
        assertThat(figures.units(12_345)).isEqualTo("12,345");
        assertThat(figures.signedUnits(-7)).isEqualTo("−7");
        assertThat(figures.quantity(3.14159)).isEqualTo("3.1");
        assertThat(figures.quantity(1234.5)).isEqualTo("1,234");
        assertThat(figures.quantity(-19.94)).isEqualTo("−19.9");
        assertThat(figures.quantity(-0.04)).isEqualTo("0");
        assertThat(figures.units(-8)).isEqualTo("−8");
        assertThat(figures.percent(0.9617)).isEqualTo("96.2%");
        assertThat(figures.volume(950.0)).isEqualTo("950\u202Fm³");
        assertThat(figures.days(1)).isEqualTo("1 day");
        assertThat(figures.days(100_000)).isEqualTo("no end");
        assertThat(figures.date(LocalDate.of(2026, 12, 7))).isEqualTo("2026-12-07");
    }

    @Test
    void writesADashForWhatIsNotKnown() {
        assertThat(figures.percent(null)).isEqualTo("–");
        assertThat(figures.percent(Double.NaN)).isEqualTo("–");
        assertThat(figures.decimal(Double.POSITIVE_INFINITY)).isEqualTo("–");
        assertThat(figures.date(null)).isEqualTo("–");
    }
}
