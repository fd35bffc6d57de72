package org.plenish.web.item.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.web.item.life.LeadTimeAhead.Standing;
import org.plenish.web.item.life.LeadTimeAhead.State;

class LeadTimeAheadTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void looksAtTheBucketInWhichAnOrderOfNowWouldCome() {
        LeadTimeAhead ahead = ahead(10, 90, 200);
        assertThat(ahead.day()).isEqualTo(MONDAY.plusDays(10));
        assertThat(ahead.bucketStart()).isEqualTo(MONDAY.plusWeeks(1));
        assertThat(ahead.beyond()).isFalse();
        // 14 a week: 2 a day; after the second week 7 a week: 1 a day
        assertThat(ahead.now()).isEqualTo(new Standing(90, 45.0, State.ENOUGH));
        assertThat(ahead.withoutProposals()).isEqualTo(new Standing(-5, 0.0, State.SHORT));
        assertThat(ahead.asPlanned()).isEqualTo(new Standing(19, 19.0, State.BELOW_SAFETY_STOCK));
    }

    @Test
    void tellsWhenTheLeadTimeIsLongerThanTheHorizon() {
        LeadTimeAhead ahead = ahead(40, 90, 95);
        assertThat(ahead.beyond()).isTrue();
        assertThat(ahead.bucketStart()).isEqualTo(MONDAY.plusWeeks(2));
        assertThat(ahead.now().state()).isEqualTo(State.BELOW_REORDER_POINT); // 95 of 100
    }

    private static LeadTimeAhead ahead(int leadTimeDays, int net, int position) {
        return LeadTimeAhead.of(
                new TimeBuckets(MONDAY, BucketSize.WEEK, 3),
                leadTimeDays,
                net,
                position,
                100,
                List.of(40, -5, -12),
                List.of(40, 19, 30),
                List.of(20, 20, 20),
                List.of(14.0, 14.0, 7.0));
    }
}
