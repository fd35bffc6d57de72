package org.plenish.web.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.DeniedAttempts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts what is refused to each person, and to each address of whom nobody knows; these have a limit together, too, as
 * addresses cost nothing. Where counting ends, one entry says so, and the rest stands in the product's own log. Counted in
 * memory: a flood is to cost the database nothing.
 */
@Component
class ThrottledDenials implements DeniedAttempts {

    static final Duration WINDOW = Duration.ofMinutes(10);
    /** So many that acting on all of a full inbox is recorded order by order. */
    static final int OF_A_PERSON = 1_000;

    static final int OF_AN_ADDRESS = 60;
    static final int OF_ALL_STRANGERS = 600;

    private static final int LONGEST_SUBJECT = 100;
    private static final int LONGEST_REASON = 500;
    private static final String ALL_STRANGERS = "";

    private static final Logger LOG = LoggerFactory.getLogger(ThrottledDenials.class);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final AuditTrail trail;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Map<String, Integer> counts = new HashMap<>();
    private Instant windowEnd = Instant.MIN;

    ThrottledDenials(AuditTrail trail, TransactionOperations transaction, Clock clock) {
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What becomes of an attempt. */
    private enum Place {
        RECORDED,
        /** The first that is not: that is recorded instead. */
        LIMIT_RECORDED,
        LOGGED
    }

    @Override
    public void record(AuditEntry attempt) {
        AuditEntry cut = cut(attempt);
        switch (place(cut)) {
            case RECORDED -> append(cut);
            case LIMIT_RECORDED -> append(limit(cut));
            case LOGGED ->
                LOG.warn(
                        "Refused and not recorded one by one: {} of {} {} by {} from {}.",
                        cut.action(),
                        cut.subjectKind(),
                        cut.subject(),
                        cut.actor().userName(),
                        cut.actor().origin());
        }
    }

    @Override
    public synchronized boolean isRecorded(Actor actor) {
        if (!clock.instant().isBefore(windowEnd)) {
            return true;
        }
        if (!actor.isStranger()) {
            return counts.getOrDefault("person " + actor.userName(), 0) <= OF_A_PERSON;
        }
        int ofAddress = counts.getOrDefault("address " + actor.origin(), 0);
        return ofAddress <= OF_AN_ADDRESS
                && (ofAddress == OF_AN_ADDRESS || counts.getOrDefault(ALL_STRANGERS, 0) <= OF_ALL_STRANGERS);
    }

    private void append(AuditEntry entry) {
        transaction.executeWithoutResult(status -> trail.append(entry));
    }

    private synchronized Place place(AuditEntry attempt) {
        Instant now = clock.instant();
        if (!now.isBefore(windowEnd)) {
            counts.clear();
            windowEnd = now.plus(WINDOW);
        }
        if (!attempt.actor().isStranger()) {
            return place(count("person " + attempt.actor().userName()), OF_A_PERSON);
        }
        String address = "address " + attempt.actor().origin();
        if (counts.getOrDefault(address, 0) >= OF_AN_ADDRESS) {
            return place(count(address), OF_AN_ADDRESS);
        }
        // Only of addresses that are not done with yet: one of them cannot use up what is left for all.
        Place ofAll = place(count(ALL_STRANGERS), OF_ALL_STRANGERS);
        if (ofAll == Place.RECORDED) {
            count(address);
        }
        return ofAll;
    }

    private int count(String key) {
        return counts.merge(key, 1, Math::addExact);
    }

    private static Place place(int count, int limit) {
        if (count <= limit) {
            return Place.RECORDED;
        }
        return count == limit + 1 ? Place.LIMIT_RECORDED : Place.LOGGED;
    }

    private synchronized AuditEntry limit(AuditEntry attempt) {
        return new AuditEntry(
                attempt.actor(),
                attempt.subjectKind(),
                attempt.subject(),
                "further refusals not recorded",
                null,
                null,
                "So many attempts are refused that they are not recorded one by one until " + MINUTE.format(windowEnd)
                        + ". The product's own log has them.");
    }

    private static AuditEntry cut(AuditEntry attempt) {
        return new AuditEntry(
                attempt.actor(),
                attempt.subjectKind(),
                cut(attempt.subject(), LONGEST_SUBJECT),
                attempt.action(),
                attempt.before(),
                attempt.after(),
                cut(attempt.reason(), LONGEST_REASON));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
