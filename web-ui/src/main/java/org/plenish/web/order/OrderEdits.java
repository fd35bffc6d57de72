package org.plenish.web.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.web.order.life.Finding;
import org.plenish.web.order.life.OrderAction;
import org.plenish.web.order.life.OrderState;
import org.plenish.web.order.life.StockOutlook;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.PlanHeader;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the lines of orders. A change is made before it is judged, and taken back if it is refused or was only tried:
 * so what a person is shown beforehand is what they get.
 */
@Service
class OrderEdits {

    private final OrderDesk desk;
    private final OrderStore orders;
    private final OrderQueries queries;
    private final OrderLines lines;
    private final SupplyTerms terms;
    private final LineChanges changes;
    private final OrderLimits limits;
    private final TransactionTemplate transaction;
    private final TransactionTemplate step;

    OrderEdits(
            OrderDesk desk,
            OrderStore orders,
            OrderQueries queries,
            OrderLines lines,
            SupplyTerms terms,
            LineChanges changes,
            OrderLimits limits,
            PlatformTransactionManager transactions) {
        this.desk = desk;
        this.orders = orders;
        this.queries = queries;
        this.lines = lines;
        this.terms = terms;
        this.changes = changes;
        this.limits = limits;
        this.transaction = new TransactionTemplate(transactions);
        this.step = new TransactionTemplate(transactions);
        this.step.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** A line as a change touches it. */
    private record Place(String item, String warehouse) {}

    /** @param before lines of the order itself */
    private record Judged(
            EditEffect effect, MadeChange.@Nullable Target target, List<OrderLine> before, List<OrderLine> after) {}

    /** What the change would do; nothing is kept of it. */
    EditEffect tried(Actor actor, PlanHeader plan, String number, ChangeForm form) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return orders.lock(number)
                    .map(order -> make(actor, plan, order, form).effect())
                    .orElseGet(() -> refusal("There is no order " + number + "."));
        });
    }

    Outcome edit(Actor actor, PlanHeader plan, Asked asked, ChangeForm form) {
        try {
            return transaction.execute(status -> desk.change(
                    actor,
                    OrderAction.EDIT,
                    asked,
                    form,
                    opened -> kept(actor, plan, opened.order(), asked.reason(), form)));
        } catch (ConcurrencyFailureException crossed) {
            return Outcome.late("Somebody changed " + asked.number()
                    + " and an order that it concerns at the same moment. Open it anew and try again.");
        }
    }

    private Outcome kept(Actor actor, PlanHeader plan, OrderHead order, String reason, ChangeForm form) {
        return step.execute(savepoint -> {
            Judged judged = make(actor, plan, order, form);
            EditEffect effect = judged.effect();
            if (effect.isRefused()) {
                savepoint.setRollbackOnly();
                return Outcome.refused(
                        effect.refusals().stream().map(Finding::message).collect(Collectors.joining(" ")));
            }
            MadeChange.Target target = judged.target();
            if (target != null
                    && form.change() == ChangeForm.Kind.MERGE
                    && !Objects.equals(form.targetVersion(), target.order().version())) {
                savepoint.setRollbackOnly();
                return Outcome.late(desk.whoWasFirst(target.order()));
            }
            noteChanged(actor, judged.before(), judged.after());
            lines.countContainers(plan.runId(), order.id());
            boolean empty = queries.allLines(order.id()).isEmpty();
            OrderHead after = orders.move(
                    actor,
                    order,
                    OrderAction.EDIT,
                    empty ? OrderState.CANCELLED : OrderState.EDITED,
                    reason,
                    effect.detail(),
                    words(judged.before()),
                    words(judged.after()));
            if (target != null) {
                OrderHead other = target.order();
                List<OrderLine> otherLines = queries.allLines(other.id());
                noteChanged(actor, target.before(), otherLines);
                orders.passContributors(order.id(), other.id());
                lines.countContainers(plan.runId(), other.id());
                orders.move(
                        actor,
                        other,
                        OrderAction.EDIT,
                        OrderState.EDITED,
                        reason,
                        effect.detail(),
                        words(target.before()),
                        words(otherLines));
                orders.voidApprovals(other.id());
            }
            return Outcome.done(effect.detail() + " " + after.number() + " is "
                    + after.state().inWords() + ".");
        });
    }

    private Judged make(Actor actor, PlanHeader plan, OrderHead order, ChangeForm form) {
        List<OrderLine> before = queries.allLines(order.id());
        Map<Place, StockOutlook> outlooks = outlooks(plan, order, before, form);
        double volumeBefore = terms.orderVolumeM3(plan.runId(), order.id());
        MadeChange made = changes.make(actor, plan, order, before, form);
        List<Finding> findings = new ArrayList<>(made.findings());
        List<OrderLine> after = new ArrayList<>(queries.allLines(order.id()));
        BigDecimal valueBefore = order.value();
        BigDecimal valueAfter = OrderLine.totalValue(after);
        List<EditEffect.StockChange> stocks = new ArrayList<>();
        if (findings.stream().noneMatch(Finding::isRefusal)) {
            MadeChange.Target target = made.target();
            if (target != null) {
                // As it is read before the change: what it has now, more than that, came from here.
                valueBefore = valueBefore.add(target.order().value());
                valueAfter = valueAfter.add(
                        OrderLine.totalValue(queries.allLines(target.order().id())));
            }
            outlooks.forEach((place, outlook) -> terms.findOutlook(plan, place.item(), place.warehouse())
                    .ifPresent(now -> stocks.add(new EditEffect.StockChange(outlook, now))));
            findings.addAll(
                    limits.judge(plan, order, before, after, volumeBefore, valueAfter.subtract(valueBefore), form));
        }
        return new Judged(
                new EditEffect(
                        made.detail(),
                        findings,
                        stocks,
                        valueBefore,
                        valueAfter,
                        made.target() == null ? null : made.target().order().version()),
                made.target(),
                before,
                after);
    }

    /** What is not as it was, or was not there. */
    private void noteChanged(Actor actor, List<OrderLine> before, List<OrderLine> after) {
        lines.noteChanged(
                actor,
                after.stream()
                        .filter(line -> !before.contains(line))
                        .map(OrderLine::id)
                        .toList());
    }

    private Map<Place, StockOutlook> outlooks(
            PlanHeader plan, OrderHead order, List<OrderLine> before, ChangeForm form) {
        Map<Place, StockOutlook> outlooks = new LinkedHashMap<>();
        before.stream()
                .filter(line -> form.line() == null ? form.item() == null : line.id() == form.line())
                .map(OrderLine::item)
                .forEach(item -> outlook(plan, outlooks, item, order.warehouse()));
        if (form.item() != null) {
            outlook(plan, outlooks, form.item().strip(), order.warehouse());
        }
        return outlooks;
    }

    private void outlook(PlanHeader plan, Map<Place, StockOutlook> outlooks, String item, String warehouse) {
        terms.findOutlook(plan, item, warehouse)
                .ifPresent(outlook -> outlooks.putIfAbsent(new Place(item, warehouse), outlook));
    }

    private static List<String> words(List<OrderLine> lines) {
        return lines.stream().map(OrderLine::inWords).toList();
    }

    private static EditEffect refusal(String message) {
        return new EditEffect(
                "",
                List.of(new Finding(Finding.Weight.REFUSES, message)),
                List.of(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null);
    }
}
