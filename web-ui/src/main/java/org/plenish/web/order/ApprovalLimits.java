package org.plenish.web.order;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Limits of approval, which administrators set, and delegations, which approvers give. */
@Service
class ApprovalLimits {

    /** Whom a limit holds for. */
    public enum Subject {
        PERSON,
        SUPPLIER
    }

    /**
     * One limit.
     *
     * @param name of the person or supplier; {@code *}: whoever has none of their own
     * @param orderLimit null: not limited
     * @param supplierDayLimit likewise
     */
    public record Limit(
            Subject subject,
            String name,
            @Nullable BigDecimal orderLimit,
            @Nullable BigDecimal supplierDayLimit) {

        public boolean isForAllOthers() {
            return name.equals("*");
        }
    }

    /** Power to approve that one person lends another for some days, both included. */
    public record Delegation(
            long id, String delegator, String delegate, LocalDate firstDay, LocalDate lastDay, String reason) {}

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final RequestLog requests;
    private final Clock clock;

    ApprovalLimits(JdbcClient jdbc, AuditTrail audit, RequestLog requests, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.requests = requests;
        this.clock = clock;
    }

    List<Limit> limits() {
        return jdbc.sql("""
                        SELECT subject, name, order_limit, supplier_day_limit FROM approval_limit
                        ORDER BY subject, name <> '*', name""").query(Limit.class).list();
    }

    Optional<BigDecimal> findSecondApproverAbove() {
        return jdbc.sql("SELECT second_approver_above FROM approval_setting WHERE second_approver_above IS NOT NULL")
                .query(BigDecimal.class)
                .optional();
    }

    /** Those that hold or are to come. */
    List<Delegation> delegations() {
        return jdbc.sql("""
                        SELECT id, delegator, delegate, first_day, last_day, reason FROM approval_delegation
                        WHERE ended_at IS NULL AND last_day >= :today ORDER BY first_day, id""").param("today", today()).query(Delegation.class).list();
    }

    /** To whom an approver may delegate. */
    List<String> otherApprovers(Actor actor) {
        return jdbc.sql("""
                        SELECT user_name FROM account
                        WHERE 'APPROVER' = ANY (roles) AND disabled_at IS NULL AND user_name <> :self ORDER BY user_name""").param("self", actor.userName()).query(String.class).list();
    }

    @Transactional
    public Outcome set(Actor actor, Limit limit, String reason) {
        if (!actor.is(Role.ADMINISTRATOR)) {
            return Outcome.forbidden("Only an administrator sets limits.");
        }
        if (limit.name().isBlank() || isNegative(limit.orderLimit()) || isNegative(limit.supplierDayLimit())) {
            return Outcome.refused(
                    "A limit needs a name, or * for all others, and amounts of 0 or more; empty: not limited.");
        }
        Limit before = findLimit(limit.subject(), limit.name()).orElse(null);
        jdbc.sql("""
                        INSERT INTO approval_limit VALUES (:subject, :name, :order, :day)
                        ON CONFLICT (subject, name) DO UPDATE
                        SET order_limit = excluded.order_limit, supplier_day_limit = excluded.supplier_day_limit""")
                .param("subject", limit.subject().name())
                .param("name", limit.name())
                .param("order", limit.orderLimit())
                .param("day", limit.supplierDayLimit())
                .update();
        audit.append(new AuditEntry(
                actor, "approval limit", key(limit.subject(), limit.name()), "set", before, limit, reason.strip()));
        return Outcome.done("The limit of " + limit.name() + " is set.");
    }

    /** From then on the limit of all others holds. */
    @Transactional
    public Outcome remove(Actor actor, Subject subject, String name) {
        if (!actor.is(Role.ADMINISTRATOR)) {
            return Outcome.forbidden("Only an administrator sets limits.");
        }
        if (name.equals("*")) {
            return Outcome.refused("The limit of all others must stay. Set it to 0 to allow nothing.");
        }
        return findLimit(subject, name)
                .map(before -> {
                    jdbc.sql("DELETE FROM approval_limit WHERE subject = :subject AND name = :name")
                            .param("subject", subject.name())
                            .param("name", name)
                            .update();
                    audit.append(
                            new AuditEntry(actor, "approval limit", key(subject, name), "remove", before, null, ""));
                    return Outcome.done("The limit of " + name + " is removed: that of all others holds.");
                })
                .orElseGet(() -> Outcome.nothing("There is no limit of " + name + "."));
    }

    /** @param above null: one approver always suffices */
    @Transactional
    public Outcome setSecondApproverAbove(Actor actor, @Nullable BigDecimal above, String reason) {
        if (!actor.is(Role.ADMINISTRATOR)) {
            return Outcome.forbidden("Only an administrator sets limits.");
        }
        if (isNegative(above)) {
            return Outcome.refused("second approver above: " + above + " must be 0 or more, or empty.");
        }
        BigDecimal before = findSecondApproverAbove().orElse(null);
        jdbc.sql("UPDATE approval_setting SET second_approver_above = :above")
                .param("above", above)
                .update();
        audit.append(new AuditEntry(actor, "approval limit", "second approver", "set", before, above, reason.strip()));
        return Outcome.done("The threshold of the second approver is set.");
    }

    @Transactional
    public Outcome delegate(
            Actor actor, String delegate, LocalDate firstDay, LocalDate lastDay, String reason, UUID request) {
        if (!actor.is(Role.APPROVER) || actor.is(Role.ADMINISTRATOR)) {
            return Outcome.forbidden("Only an approver can delegate approvals.");
        }
        if (!otherApprovers(actor).contains(delegate)) {
            return Outcome.refused("delegate: " + delegate + " must be another approver’s name.");
        }
        if (firstDay.isBefore(today()) || lastDay.isBefore(firstDay)) {
            return Outcome.refused("period: " + firstDay + " to " + lastDay
                    + " must begin today or later and not end before" + " it begins.");
        }
        if (reason.isBlank()) {
            return Outcome.refused("A delegation needs a reason.");
        }
        return requests.once(
                request, actor, "delegate " + delegate + " " + firstDay + " " + lastDay + " " + reason, () -> {
                    long id = jdbc.sql("""
                            INSERT INTO approval_delegation (delegator, delegate, first_day, last_day, reason, at)
                            VALUES (:delegator, :delegate, :first, :last, :reason, :now) RETURNING id""")
                            .param("delegator", actor.userName())
                            .param("delegate", delegate)
                            .param("first", firstDay)
                            .param("last", lastDay)
                            .param("reason", reason.strip())
                            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                            .query(Long.class)
                            .single();
                    audit.append(new AuditEntry(
                            actor,
                            "delegation",
                            String.valueOf(id),
                            "delegate",
                            null,
                            new Delegation(id, actor.userName(), delegate, firstDay, lastDay, reason.strip()),
                            reason.strip()));
                    return Outcome.done(
                            delegate + " can approve on your behalf from " + firstDay + " to " + lastDay + ".");
                });
    }

    /** Before its last day; what was approved by it stays approved. */
    @Transactional
    public Outcome end(Actor actor, long id) {
        Optional<Delegation> found =
                delegations().stream().filter(one -> one.id() == id).findFirst();
        if (found.isEmpty() || !found.get().delegator().equals(actor.userName())) {
            return Outcome.nothing("You have no such delegation, or it has ended.");
        }
        jdbc.sql("UPDATE approval_delegation SET ended_at = :now WHERE id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
        audit.append(new AuditEntry(actor, "delegation", String.valueOf(id), "end", found.get(), null, ""));
        return Outcome.done("The delegation to " + found.get().delegate() + " has ended.");
    }

    private Optional<Limit> findLimit(Subject subject, String name) {
        return jdbc.sql("""
                        SELECT subject, name, order_limit, supplier_day_limit FROM approval_limit
                        WHERE subject = :subject AND name = :name""")
                .param("subject", subject.name())
                .param("name", name)
                .query(Limit.class)
                .optional();
    }

    private static String key(Subject subject, String name) {
        return subject.name().toLowerCase(Locale.ROOT) + " " + name;
    }

    private static boolean isNegative(@Nullable BigDecimal amount) {
        return amount != null && amount.signum() < 0;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
