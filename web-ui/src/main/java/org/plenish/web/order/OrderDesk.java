package org.plenish.web.order;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plenish.web.order.Approvals.Supposed;
import org.plenish.web.order.life.ApprovalPolicy.Verdict;
import org.plenish.web.order.life.OrderAction;
import org.plenish.web.order.life.OrderLife;
import org.plenish.web.order.life.OrderLife.Answer;
import org.plenish.web.order.life.OrderLife.Transition;
import org.plenish.web.order.life.OrderState;
import org.plenish.web.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one door to an order: everything that changes one comes through {@link #change}, in one transaction, under lock,
 * once for each form that is sent.
 */
@Service
class OrderDesk {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final OrderStore orders;
    private final Approvals approvals;
    private final SenderStock senders;
    private final RequestLog requests;

    OrderDesk(OrderStore orders, Approvals approvals, SenderStock senders, RequestLog requests) {
        this.orders = orders;
        this.approvals = approvals;
        this.senders = senders;
        this.requests = requests;
    }

    /** An order that may be changed, and by which row of the table. */
    record Opened(OrderHead order, Transition transition) {}

    /** Submits, withdraws, sends, confirms, closes, rejects or cancels. */
    @Transactional
    public Outcome act(Actor actor, OrderAction action, Asked asked) {
        return change(actor, action, asked, "", opened -> {
            OrderHead order = opened.order();
            Optional<Outcome> refusal = findRefusal(action, order);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            if (action == OrderAction.APPROVE) {
                return approve(actor, opened, asked.reason());
            }
            orders.move(actor, order, action, opened.transition().to(), asked.reason(), "");
            return Outcome.done(order.number() + " is "
                    + (action == OrderAction.WITHDRAW
                            ? "withdrawn: it can be changed, or submitted again."
                            : opened.transition().to().inWords() + "."));
        });
    }

    /** Of actions that say no more than what is to become of an order. */
    private static Optional<Outcome> findRefusal(OrderAction action, OrderHead order) {
        if (action.needsContent()) {
            return Optional.of(Outcome.refused("action: " + action + " says nothing of what changes or has come. Open "
                    + order.number() + " and " + action.inWords() + " it there."));
        }
        return action == OrderAction.SUBMIT && order.lineCount() == 0
                ? Optional.of(Outcome.refused(order.number() + " has no line to buy. Add one, or cancel it."))
                : Optional.empty();
    }

    /**
     * What {@link #act} would answer to each, one after the other, if nobody else acted meanwhile. Nothing is changed,
     * locked or recorded: an attempt is what is sent, not what is looked at.
     */
    @Transactional(readOnly = true)
    public List<Expected> expect(Actor actor, OrderAction action, List<Asked> all) {
        List<Supposed> approved = new ArrayList<>();
        List<Expected> expected = new ArrayList<>();
        for (Asked asked : all) {
            Optional<OrderHead> order = orders.read(asked.number());
            expected.add(new Expected(
                    asked.number(),
                    order.map(OrderHead::value).orElse(BigDecimal.ZERO),
                    order.map(found -> expect(actor, action, asked, found, approved))
                            .orElseGet(() -> nothing(asked))));
        }
        return expected;
    }

    private Outcome expect(
            Actor actor, OrderAction action, Asked asked, OrderHead order, List<Supposed> approvedBefore) {
        return opened(actor, action, asked, order, opened -> {
            Optional<Outcome> refusal = findRefusal(action, order);
            if (refusal.isPresent() || action != OrderAction.APPROVE) {
                return refusal.orElseGet(
                        () -> Outcome.done("Will be " + opened.transition().to().inWords() + "."));
            }
            Verdict verdict = approvals.decide(actor.userName(), order, approvedBefore);
            if (verdict instanceof Verdict.Refused refused) {
                return Outcome.forbidden(refused.message());
            }
            Optional<Outcome> ofSender = senders.findRefusal(order, asked.reason());
            if (ofSender.isPresent()) {
                return ofSender.get();
            }
            Verdict.Approved approved = (Verdict.Approved) verdict;
            approvedBefore.add(
                    new Supposed(order, approved.onBehalfOf() == null ? actor.userName() : approved.onBehalfOf()));
            return Outcome.done(
                    approved.complete()
                            ? "Will be approved."
                            : "Will be approved once and wait for a second approver.");
        });
    }

    private static Outcome nothing(Asked asked) {
        return Outcome.nothing("There is no order " + asked.number() + ".");
    }

    private Outcome approve(Actor actor, Opened opened, String reason) {
        OrderHead order = opened.order();
        Verdict verdict = approvals.decide(actor.userName(), order);
        if (verdict instanceof Verdict.Refused refused) {
            return Outcome.forbidden(refused.message());
        }
        Optional<Outcome> ofSender = senders.findRefusal(order, reason);
        if (ofSender.isPresent()) {
            return ofSender.get();
        }
        Verdict.Approved approved = (Verdict.Approved) verdict;
        approvals.give(order, actor.userName(), approved.onBehalfOf());
        OrderState state = approved.complete()
                ? opened.transition().to()
                : opened.transition().unlessComplete();
        String total = "total " + order.total();
        String detail = (approved.onBehalfOf() == null ? total : total + ", on behalf of " + approved.onBehalfOf())
                + senders.shortages(order).stream()
                        .map(shortage -> ", although " + shortage)
                        .collect(Collectors.joining());
        orders.move(actor, order, OrderAction.APPROVE, state, reason, detail);
        return Outcome.done(
                approved.complete()
                        ? order.number() + " is approved."
                        : order.number() + " is approved once and waits for a second approver.");
    }

    /**
     * Checks role, version, state and reason, then does {@code work}; what is refused is noted and changes nothing.
     *
     * @param fields what the form says besides
     */
    @Transactional
    public Outcome change(Actor actor, OrderAction action, Asked asked, Object fields, Function<Opened, Outcome> work) {
        return requests.once(asked.request(), actor, action + " " + asked + " " + fields, () -> {
            if (action == OrderAction.APPROVE) {
                orders.read(asked.number()).ifPresent(order -> approvals.lockPartner(order.kind(), order.partner()));
            }
            return orders.lock(asked.number())
                    .map(order -> checked(actor, action, asked, order, work))
                    .orElseGet(() -> {
                        Outcome nothing = nothing(asked);
                        orders.refuse(actor, asked.number(), action, nothing);
                        return nothing;
                    });
        });
    }

    private Outcome checked(
            Actor actor, OrderAction action, Asked asked, OrderHead order, Function<Opened, Outcome> work) {
        Outcome outcome = opened(actor, action, asked, order, opened -> {
            Outcome done = work.apply(opened);
            if (done.isDone() && opened.transition().voidsApproval()) {
                orders.voidApprovals(order.id());
            }
            return done;
        });
        if (!outcome.isDone()) {
            orders.refuse(actor, order, action, outcome);
        }
        return outcome;
    }

    private Outcome opened(
            Actor actor, OrderAction action, Asked asked, OrderHead order, Function<Opened, Outcome> work) {
        Answer answer = OrderLife.ask(order.state(), action, actor.roles());
        if (answer instanceof Answer.WrongRole wrong) {
            return Outcome.forbidden(wrong.message());
        }
        if (order.version() != asked.version()) {
            return Outcome.late(whoWasFirst(order));
        }
        if (answer instanceof Answer.WrongState wrong) {
            return Outcome.refused(wrong.message());
        }
        Transition transition = ((Answer.Allowed) answer).transition();
        if (transition.needsReason() && asked.reason().isEmpty()) {
            return Outcome.refused(
                    "To " + action.inWords() + " " + order.number() + " needs a reason. Say it in the field “Reason”.");
        }
        return work.apply(new Opened(order, transition));
    }

    /** Why a person who saw another version of the order comes too late. */
    String whoWasFirst(OrderHead order) {
        String change = orders.lastChange(order.id())
                .map(last -> last.userName() + " did “" + last.action().toLowerCase(Locale.ROOT) + "” at "
                        + MINUTE.format(last.at()) + (last.detail().isEmpty() ? "" : " (" + last.detail() + ")"))
                .orElseGet(() -> order.changedBy() + " changed it at " + MINUTE.format(order.changedAt()));
        return order.number() + " has changed since you saw it: " + change + ". It is "
                + order.state().inWords() + " now. Look at it anew and decide again.";
    }
}
