package org.plenish.web.today;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.RefusedException;
import org.plenish.web.today.Alert.State;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts alerts aside until a day, and takes them back. Each is audited. */
@Service
class AlertMarks {

    private static final int LONGEST_REASON = 500;
    private static final int MOST_DAYS = 366;
    /** If the plan still shows after two weeks what somebody has dealt with, it was not dealt with. */
    private static final int DAYS_OF_DONE = 14;
    /** An answer of the supplier takes a few days. */
    private static final int DAYS_OF_EXPEDITING = 7;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    AlertMarks(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    private record Mark(
            Panel panel,
            String reference,
            State mark,
            LocalDate until,
            String forUser,
            @Nullable Decision decision,
            @Nullable Integer percent) {}

    /**
     * Out of the list until a day.
     *
     * @param forAll out of everybody's list, not only of the actor's
     * @throws RefusedException if the day or the reason is none
     */
    @Transactional
    public void snooze(Actor actor, Alert alert, String until, String reason, boolean forAll) {
        put(
                actor,
                alert,
                new Mark(
                        alert.panel(),
                        alert.reference(),
                        State.SNOOZED,
                        requireDay(until),
                        forAll ? "" : actor.userName(),
                        null,
                        null),
                requireReason(reason));
    }

    /**
     * Dealt with outside the product: out of everybody's list.
     *
     * @throws RefusedException if it is not said how
     */
    @Transactional
    public void done(Actor actor, Alert alert, String how) {
        put(actor, alert, done(alert, today().plusDays(DAYS_OF_DONE), null, null), requireReason(how));
    }

    /**
     * Dealt with by a step: out of everybody's list. Nothing happens if it is dealt with already.
     *
     * @param reason in the person's words; may be blank, as the decision says what is done
     */
    @Transactional
    public void decide(Actor actor, Alert alert, Decision decision, String reason) {
        if (alert.state() != State.DONE) {
            int days = decision == Decision.EXPEDITE ? DAYS_OF_EXPEDITING : DAYS_OF_DONE;
            put(actor, alert, done(alert, today().plusDays(days), decision, null), reason);
        }
    }

    /**
     * Sold for less until a day: out of everybody's list until then.
     *
     * @throws RefusedException if the percentage or the day is none
     */
    @Transactional
    public void markDown(Actor actor, Alert alert, String percent, String until) {
        int lowered = requirePercent(percent);
        LocalDate day = requireDay(until);
        if (alert.state() != State.DONE) {
            put(actor, alert, done(alert, day, Decision.MARK_DOWN, lowered), "");
        }
    }

    private static Mark done(Alert alert, LocalDate until, @Nullable Decision decision, @Nullable Integer percent) {
        return new Mark(alert.panel(), alert.reference(), State.DONE, until, "", decision, percent);
    }

    /** Back in the list, for the actor and for all. */
    @Transactional
    public void takeBack(Actor actor, Alert alert) {
        int taken = jdbc.sql("""
                        DELETE FROM alert_mark WHERE item = :item AND warehouse = :warehouse AND panel = :panel
                        AND reference = :reference AND for_user IN ('', :user)""")
                .param("item", alert.item())
                .param("warehouse", alert.warehouse())
                .param("panel", alert.panel().name())
                .param("reference", alert.reference())
                .param("user", actor.userName())
                .update();
        if (taken > 0) {
            record(actor, alert, "take back", null, "");
        }
    }

    private void put(Actor actor, Alert alert, Mark mark, String reason) {
        @Nullable Decision decision = mark.decision();
        jdbc.sql("""
                        INSERT INTO alert_mark (panel, item, warehouse, reference, for_user, mark, until, value_then, reason,
                            marked_by, marked_at, decision, percent)
                        VALUES (:panel, :item, :warehouse, :reference, :forUser, :mark, :until, :value, :reason, :by, :now,
                            :decision, :percent)
                        ON CONFLICT (item, warehouse, panel, reference, for_user) DO UPDATE
                        SET mark = excluded.mark, until = excluded.until, value_then = excluded.value_then,
                            reason = excluded.reason, marked_by = excluded.marked_by, marked_at = excluded.marked_at,
                            decision = excluded.decision, percent = excluded.percent""")
                .param("panel", mark.panel().name())
                .param("item", alert.item())
                .param("warehouse", alert.warehouse())
                .param("reference", mark.reference())
                .param("forUser", mark.forUser())
                .param("mark", mark.mark().name())
                .param("until", mark.until())
                .param("value", alert.value())
                .param("reason", reason)
                .param("by", actor.userName())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("decision", decision == null ? null : decision.name(), Types.VARCHAR)
                .param("percent", mark.percent(), Types.INTEGER)
                .update();
        record(actor, alert, verb(mark), mark, reason);
    }

    private void record(Actor actor, Alert alert, String action, @Nullable Object after, String reason) {
        audit.append(
                new AuditEntry(actor, "alert", alert.item() + " at " + alert.warehouse(), action, null, after, reason));
    }

    private static String verb(Mark mark) {
        Decision decision = mark.decision();
        if (decision != null) {
            return decision.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        return mark.mark() == State.SNOOZED ? "snooze" : "mark done";
    }

    private static int requirePercent(String percent) {
        try {
            int number = Integer.parseInt(percent.strip());
            if (number >= 1 && number <= 99) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, like one that is too small or too large.
        }
        throw new RefusedException(HttpStatus.BAD_REQUEST, "today.refused.percent", shortened(percent));
    }

    private LocalDate requireDay(String until) {
        LocalDate first = today().plusDays(1);
        LocalDate last = today().plusDays(MOST_DAYS);
        try {
            LocalDate day = LocalDate.parse(until.strip());
            if (!day.isBefore(first) && !day.isAfter(last)) {
                return day;
            }
        } catch (DateTimeParseException notADay) {
            // Said below, like a day that lies too near or too far.
        }
        throw new RefusedException(
                HttpStatus.BAD_REQUEST, "today.refused.until", shortened(until), first.toString(), last.toString());
    }

    private static String requireReason(String reason) {
        String said = reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, "today.refused.reason", said.length(), LONGEST_REASON);
        }
        return said;
    }

    private static String shortened(String text) {
        return text.length() > 30 ? text.substring(0, 30) + "…" : text;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
