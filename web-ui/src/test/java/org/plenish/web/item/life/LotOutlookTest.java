package org.plenish.web.item.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.TimeBuckets;

class LotOutlookTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final TimeBuckets TWO_WEEKS = new TimeBuckets(MONDAY, BucketSize.WEEK, 2);

    @Test
    void sellsWhatExpiresFirstFirst() {
        // 2 a day in the first week, 1 a day in the second and from then on
        List<LotOutlook> lots = LotOutlook.of(
                List.of(
                        new LotOutlook.Counted("never", 50, null),
                        new LotOutlook.Counted("late", 30, MONDAY.plusDays(20)),
                        new LotOutlook.Counted("soon", 20, MONDAY.plusDays(6)),
                        new LotOutlook.Counted("gone", 5, MONDAY.minusDays(1))),
                TWO_WEEKS,
                List.of(14.0, 7.0),
                new BigDecimal("1.50"));
        assertThat(lots).extracting(LotOutlook::lot).containsExactly("gone", "soon", "late", "never");
        assertThat(lots)
                .extracting(LotOutlook::leftUnits)
                .containsExactly(
                        5.0, // expired: nothing of it is sold
                        6.0, // 20 - 7 days of 2
                        16.0, // 30 - (14 + 7 + 7 in the third week - the 14 that "soon" took)
                        null);
        assertThat(lots).extracting(LotOutlook::daysLeft).containsExactly(-1L, 6L, 20L, null);
        assertThat(lots.get(1).leftValue()).isEqualByComparingTo("9.00"); // 6 · 1.50
        assertThat(lots.get(0).isExpired()).isTrue();
        assertThat(lots.get(3).isAtRisk()).isFalse();
    }

    @Test
    void spreadsTheDemandOfABucketOverItsDays() {
        assertThat(LotOutlook.demandUntil(MONDAY, TWO_WEEKS, List.of(14.0, 7.0)))
                .isZero();
        assertThat(LotOutlook.demandUntil(MONDAY.plusDays(3), TWO_WEEKS, List.of(14.0, 7.0)))
                .isEqualTo(6.0); // 3 · 2
        assertThat(LotOutlook.demandUntil(MONDAY.plusDays(14), TWO_WEEKS, List.of(14.0, 7.0)))
                .isEqualTo(21.0);
    }
}
