package org.plenish.web.order;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Money;
import org.plenish.web.order.life.ApprovalPolicy;
import org.plenish.web.order.life.ApprovalPolicy.Day;
import org.plenish.web.order.life.ApprovalPolicy.Given;
import org.plenish.web.order.life.ApprovalPolicy.Limits;
import org.plenish.web.order.life.ApprovalPolicy.Power;
import org.plenish.web.order.life.ApprovalPolicy.Subject;
import org.plenish.web.order.life.ApprovalPolicy.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks {@link ApprovalPolicy} with what is stored: limits, delegations, and what has been approved today. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Approvals {

    private final JdbcClient jdbc;
    private final OrderStore orders;
    private final Clock clock;

    Approvals(JdbcClient jdbc, OrderStore orders, Clock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.clock = clock;
    }

    private record StoredLimit(
            @Nullable BigDecimal orderLimit, @Nullable BigDecimal supplierDayLimit) {

        private Limits limits() {
            return new Limits(money(orderLimit), money(supplierDayLimit));
        }
    }

    private record Total(String person, BigDecimal value) {}

    /** Two approvals for one supplier take their turns, so that together they cannot exceed what each alone keeps. */
    void lockPartner(OrderKind kind, String partner) {
        jdbc.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))) AS locked")
                .param("key", "approve " + kind + " " + partner)
                .query(Integer.class)
                .single();
    }

    /** @param order read under lock, its partner locked too */
    Verdict decide(String approver, OrderHead order) {
        return decide(approver, order, List.of());
    }

    /** An approval that would be given before, by the approver at hand or in the power of another. */
    record Supposed(OrderHead order, String power) {

        private boolean isOfSamePartner(OrderHead other) {
            return order.kind() == other.kind() && order.partner().equals(other.partner());
        }
    }

    /** @param before what would be approved before it, on the same day */
    Verdict decide(String approver, OrderHead order, List<Supposed> before) {
        ApprovalPolicy policy = new ApprovalPolicy(
                order.kind() == OrderKind.PURCHASE ? limits("SUPPLIER", order.partner()) : Limits.NONE,
                secondApproverAbove());
        return policy.decide(
                approver,
                new Subject(order.total(), orders.contributors(order.id()), given(order.id())),
                powers(approver),
                day(order, before));
    }

    void give(OrderHead order, String approver, @Nullable String onBehalfOf) {
        jdbc.sql("""
                        INSERT INTO order_approval (order_id, kind, partner, approver, on_behalf_of, value, day, at)
                        VALUES (:order, :kind, :partner, :approver, :principal, :value, :day, :now)""")
                .param("order", order.id())
                .param("kind", order.kind().name())
                .param("partner", order.partner())
                .param("approver", approver)
                .param("principal", onBehalfOf)
                .param("value", order.value())
                .param("day", today())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private List<Given> given(long orderId) {
        return jdbc.sql("SELECT approver, on_behalf_of FROM order_approval WHERE order_id = :order AND NOT void")
                .param("order", orderId)
                .query(Given.class)
                .list();
    }

    private Day day(OrderHead order, List<Supposed> before) {
        List<Supposed> ofPartner = before.stream()
                .filter(supposed -> supposed.isOfSamePartner(order))
                .toList();
        // An order that waits for its second approver has an approval already, but is bought once.
        List<Long> countedApart = Stream.concat(
                        Stream.of(order), ofPartner.stream().map(Supposed::order))
                .map(OrderHead::id)
                .toList();
        List<Total> totals = jdbc.sql("""
                        SELECT coalesce(on_behalf_of, approver) AS person, sum(value) AS value FROM order_approval
                        WHERE kind = :kind AND partner = :partner AND day = :day AND NOT void AND order_id <> :order
                        GROUP BY 1
                        UNION ALL
                        SELECT '', coalesce(sum(value), 0) FROM (
                            SELECT DISTINCT order_id, value FROM order_approval
                            WHERE kind = :kind AND partner = :partner AND day = :day AND NOT void
                                AND order_id NOT IN (:apart)) o""")
                .param("kind", order.kind().name())
                .param("partner", order.partner())
                .param("day", today())
                .param("order", order.id())
                .param("apart", countedApart)
                .query(Total.class)
                .list();
        Map<String, Money> byPerson = new HashMap<>();
        totals.forEach(total -> byPerson.put(total.person(), Money.of(total.value())));
        Money all = Optional.ofNullable(byPerson.remove("")).orElse(Money.ZERO);
        for (Supposed supposed : ofPartner) {
            all = all.plus(supposed.order().total());
            byPerson.merge(supposed.power(), supposed.order().total(), Money::plus);
        }
        return new Day(all, byPerson);
    }

    /** Who is no approver any more has no power to lend. */
    private List<Power> powers(String approver) {
        List<Power> powers = new ArrayList<>();
        powers.add(new Power(approver, limits("PERSON", approver)));
        jdbc.sql("""
                        SELECT DISTINCT delegator FROM approval_delegation d
                        JOIN account a ON a.user_name = d.delegator AND 'APPROVER' = ANY (roles) AND disabled_at IS NULL
                        WHERE delegate = :delegate AND :day BETWEEN first_day AND last_day AND ended_at IS NULL
                        ORDER BY delegator""")
                .param("delegate", approver)
                .param("day", today())
                .query(String.class)
                .list()
                .forEach(delegator -> powers.add(new Power(delegator, limits("PERSON", delegator))));
        return powers;
    }

    private Limits limits(String subject, String name) {
        return jdbc.sql("""
                        SELECT order_limit, supplier_day_limit FROM approval_limit
                        WHERE subject = :subject AND name IN (:name, '*') ORDER BY name = '*' LIMIT 1""")
                .param("subject", subject)
                .param("name", name)
                .query(StoredLimit.class)
                .optional()
                .map(StoredLimit::limits)
                // The row of all others is always there; were it gone, nobody would approve anything.
                .orElse(new Limits(Money.ZERO, Money.ZERO));
    }

    private @Nullable Money secondApproverAbove() {
        return money(jdbc.sql("SELECT second_approver_above FROM approval_setting")
                .query(BigDecimal.class)
                .optional()
                .orElse(null));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static @Nullable Money money(@Nullable BigDecimal amount) {
        return amount == null ? null : Money.of(amount);
    }
}
