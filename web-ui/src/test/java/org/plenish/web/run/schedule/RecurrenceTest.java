package org.plenish.web.run.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecurrenceTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void comesOnItsDaysByTheClockOfItsPlace() {
        Recurrence mondays = new Recurrence(Set.of(DayOfWeek.MONDAY), LocalTime.of(5, 30), LONDON);
        // 2026-11-30 is a Monday; in winter London's clock is UTC's
        assertThat(mondays.nextAfter(Instant.parse("2026-11-30T05:29:59Z"))).isEqualTo("2026-11-30T05:30:00Z");
        assertThat(mondays.nextAfter(Instant.parse("2026-11-30T05:30:00Z"))).isEqualTo("2026-12-07T05:30:00Z");
        assertThat(mondays.latestAtOrBefore(Instant.parse("2026-11-30T05:30:00Z")))
                .isEqualTo("2026-11-30T05:30:00Z");
        assertThat(mondays.latestAtOrBefore(Instant.parse("2026-11-30T05:29:59Z")))
                .isEqualTo("2026-11-23T05:30:00Z");
        // in summer it is an hour ahead
        assertThat(mondays.nextAfter(Instant.parse("2026-06-30T00:00:00Z"))).isEqualTo("2026-07-06T04:30:00Z");
    }

    @Test
    void comesOnceADayWhenTheClockIsPutForwardOrBack() {
        Recurrence nightly = new Recurrence(EnumSet.allOf(DayOfWeek.class), LocalTime.of(1, 30), LONDON);
        // 2027-03-28: the clock jumps from 01:00 to 02:00, so 01:30 becomes 02:30 British Summer Time
        assertThat(nightly.nextAfter(Instant.parse("2027-03-27T02:00:00Z"))).isEqualTo("2027-03-28T01:30:00Z");
        assertThat(nightly.nextAfter(Instant.parse("2027-03-28T01:30:00Z"))).isEqualTo("2027-03-29T00:30:00Z");
        // 2026-10-25: it shows 01:30 twice, at 00:30 and at 01:30 UTC; the first counts
        assertThat(nightly.nextAfter(Instant.parse("2026-10-24T12:00:00Z"))).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(nightly.nextAfter(Instant.parse("2026-10-25T00:30:00Z"))).isEqualTo("2026-10-26T01:30:00Z");
    }
}
