package org.plenish.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.Role;
import org.springframework.transaction.support.TransactionOperations;

class ThrottledDenialsTest {

    private static final Actor BEN = new Actor("ben", Set.of(Role.BUYER), "192.0.2.1");

    private final List<AuditEntry> entries = new ArrayList<>();
    private final Hand hand = new Hand();
    private final ThrottledDenials denials =
            new ThrottledDenials(entries::add, TransactionOperations.withoutTransaction(), hand);

    @Test
    void aFloodFromAnAddressIsRecordedUpToItsLimitAndThatItGoesOnIsRecordedOnce() {
        for (int attempt = 0; attempt < 10_000; attempt++) {
            denials.record(attempt(Actor.stranger("192.0.2.7"), "someone"));
        }
        assertThat(entries).hasSize(ThrottledDenials.OF_AN_ADDRESS + 1);
        assertThat(entries.get(entries.size() - 1).action()).isEqualTo("further refusals not recorded");
        denials.record(attempt(Actor.stranger("192.0.2.8"), "someone"));
        denials.record(attempt(BEN, "PO-1"));
        assertThat(entries).as("others are recorded as ever").hasSize(ThrottledDenials.OF_AN_ADDRESS + 3);

        hand.now = hand.now.plus(ThrottledDenials.WINDOW);
        denials.record(attempt(Actor.stranger("192.0.2.7"), "someone"));
        assertThat(entries).as("and so is the same address later").hasSize(ThrottledDenials.OF_AN_ADDRESS + 4);
    }

    @Test
    void aFloodFromManyAddressesIsBoundedTooAndHidesNobodyWhoIsLoggedIn() {
        for (int attempt = 0; attempt < 10_000; attempt++) {
            denials.record(attempt(Actor.stranger("2001:db8::" + attempt), "someone"));
        }
        assertThat(entries).hasSize(ThrottledDenials.OF_ALL_STRANGERS + 1);
        denials.record(attempt(BEN, "PO-1"));
        assertThat(entries.get(entries.size() - 1).actor()).isEqualTo(BEN);
    }

    @Test
    void whoIsLoggedInCannotFillTheLogEither() {
        for (int attempt = 0; attempt < 10_000; attempt++) {
            denials.record(attempt(BEN, "PO-1"));
        }
        assertThat(entries).hasSize(ThrottledDenials.OF_A_PERSON + 1);
    }

    @Test
    void itIsKnownBeforehandWhatWillBeRecorded() {
        for (int attempt = 0; attempt < 5_000; attempt++) {
            Actor actor = attempt % 3 == 0 ? BEN : Actor.stranger("2001:db8::" + attempt % 20);
            boolean expected = denials.isRecorded(actor);
            int before = entries.size();
            denials.record(attempt(actor, "someone"));
            assertThat(entries.size() > before).as("attempt " + attempt).isEqualTo(expected);
        }
        assertThat(entries).hasSizeLessThan(2_000);
    }

    @Test
    void longTextsAreCut() {
        denials.record(attempt(BEN, "P".repeat(1_000_000)));
        assertThat(entries.get(0).subject()).hasSize(100).endsWith("P…");
        assertThat(entries.get(0).reason()).hasSize(500);
    }

    private static AuditEntry attempt(Actor actor, String subject) {
        return new AuditEntry(actor, "order", subject, "approve refused", null, null, "x".repeat(600));
    }

    /** A clock that a test moves. */
    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-11-29T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
