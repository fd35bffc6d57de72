package org.plenish.web.order.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.web.order.life.Rescheduling.Advice;
import org.plenish.web.order.life.Rescheduling.Kind;

class ReschedulingTest {

    private static final LocalDate START = LocalDate.of(2026, 11, 23);
    private static final int[] SAFETY = {10, 10, 10, 10};

    @Test
    void advancesWhatComesAfterStockRunsOut() {
        assertThat(advice(2, 20, 5, -3, 17, 12)).contains(new Advice(Kind.ADVANCE, START.plusWeeks(1)));
    }

    @Test
    void postponesWhatIsNotNeededYet() {
        // without its 20 units stock is 30, 15, 5: below 10 in the last week alone
        assertThat(advice(1, 20, 60, 50, 35, 25)).contains(new Advice(Kind.POSTPONE, START.plusWeeks(3)));
    }

    @Test
    void cancelsWhatIsNotNeededWithinTheHorizon() {
        assertThat(advice(1, 20, 60, 50, 40, 30)).contains(new Advice(Kind.CANCEL, START.plusWeeks(1)));
    }

    @Test
    void leavesAloneWhatIsRightOrComesLater() {
        assertThat(advice(1, 20, 12, 25, 18, 12)).isEmpty();
        assertThat(advice(4, 20, 60, 50, 40, 30)).isEmpty();
    }

    private static Optional<Advice> advice(int dueWeek, int units, int... net) {
        StockOutlook outlook = new StockOutlook("A", "LEEDS", new TimeBuckets(START, BucketSize.WEEK, 4), net);
        return Rescheduling.advice(outlook, SAFETY, START.plusWeeks(dueWeek), units);
    }
}
