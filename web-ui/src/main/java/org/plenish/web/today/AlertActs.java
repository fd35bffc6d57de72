package org.plenish.web.today;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.OrderSteps;
import org.plenish.web.shared.OrderSteps.Answer;
import org.plenish.web.shared.OrderSteps.Wish;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.RefusedException;
import org.plenish.web.shared.Role;
import org.springframework.context.MessageSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/** Does where an alert stands what is to be done about it, and keeps that it is done. */
@Service
class AlertActs {

    private final OrderSteps orders;
    private final AlertMarks marks;
    private final MessageSource texts;
    private final TransactionTemplate transaction;

    AlertActs(OrderSteps orders, AlertMarks marks, MessageSource texts, TransactionTemplate transaction) {
        this.orders = orders;
        this.marks = marks;
        this.texts = texts;
        this.transaction = transaction;
    }

    /** Who may decide what is done outside the product. */
    static boolean decides(Actor actor) {
        return !actor.is(Role.AUDITOR) && (actor.is(Role.BUYER) || actor.is(Role.PLANNER));
    }

    /** Takes a step of the order that would mend the alert, or that it is about. */
    Answer take(Actor actor, PlanHeader plan, Alert alert, Wish wish, Locale locale) {
        boolean cut = wish.step().isCut();
        if (!wish.number().equals(cut ? alert.reference() : alert.orderNumber())) {
            return new Answer(
                    HttpStatus.CONFLICT.value(),
                    texts.getMessage("today.refused.order", new Object[] {wish.number()}, locale));
        }
        if (!cut) {
            return orders.take(actor, plan, wish);
        }
        try {
            // Together: an order that is cut and an alert that is not would ask for the same cut again.
            return Objects.requireNonNull(transaction.execute(status -> {
                Answer answer = orders.take(actor, plan, wish);
                if (answer.isDone()) {
                    marks.decide(actor, alert, Decision.valueOf(wish.step().name()), wish.reason());
                }
                return answer;
            }));
        } catch (ConcurrencyFailureException | UnexpectedRollbackException crossed) {
            return new Answer(
                    HttpStatus.CONFLICT.value(),
                    texts.getMessage("today.refused.crossed", new Object[] {wish.number()}, locale));
        }
    }

    /**
     * Records what people do outside the product; in the order's history too, if it is one of ours.
     *
     * @param percent and {@code until}: of a mark-down, as they were typed
     * @throws RefusedException if the actor may not, it is no answer to the alert, somebody has dealt with that in another
     *     way, or a number or a day is none
     */
    Answer decide(
            Actor actor, Alert alert, Decision decision, String percent, String until, UUID request, Locale locale) {
        if (!decides(actor)) {
            throw new RefusedException(HttpStatus.FORBIDDEN, "today.refused.role");
        }
        if (!decision.isRecorded() || !decision.fits(alert)) {
            throw new RefusedException(HttpStatus.UNPROCESSABLE_CONTENT, "today.refused.decision");
        }
        if (alert.state() == Alert.State.DONE && alert.decision() != decision) {
            throw new RefusedException(HttpStatus.CONFLICT, "today.refused.done", String.valueOf(alert.markedBy()));
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            if (decision == Decision.MARK_DOWN) {
                marks.markDown(actor, alert, percent, until);
            } else {
                if (alert.referenceKind() != null) {
                    orders.note(actor, alert.reference(), text("today.note.", decision, alert, locale), request);
                }
                marks.decide(actor, alert, decision, "");
            }
            return new Answer(HttpStatus.OK.value(), text("today.told.", decision, alert, locale));
        }));
    }

    private String text(String key, Decision decision, Alert alert, Locale locale) {
        LocalDate date = alert.date();
        return texts.getMessage(
                key + decision.name(),
                new Object[] {alert.description(), alert.quantityUnits(), date.toString(), alert.item()},
                locale);
    }
}
