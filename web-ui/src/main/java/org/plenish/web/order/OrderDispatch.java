package org.plenish.web.order;

import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import org.plenish.web.export.OrderDocument;
import org.plenish.web.export.OrderDocuments;
import org.plenish.web.export.OrderMail;
import org.plenish.web.export.UnsentMailException;
import org.plenish.web.order.life.OrderAction;
import org.plenish.web.order.life.OrderState;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.DeniedAttempts;
import org.plenish.web.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails orders to their suppliers, where that is possible. An order is sent first, for good, and then mailed: a mail server
 * that is silent neither holds the order nor takes back what was done. That a mail begins is noted with the order's being
 * sent, and that it went when it has: no end of the product in between loses a mail or sends it twice unnoticed, see
 * {@link MailDoubts}.
 */
@Service
class OrderDispatch {

    private final OrderDesk desk;
    private final OrderStore orders;
    private final OrderQueries queries;
    private final OrderDocuments documents;
    private final OrderMail mail;
    private final MailDoubts doubts;
    private final DeniedAttempts denied;
    private final TransactionTemplate transaction;

    OrderDispatch(
            OrderDesk desk,
            OrderStore orders,
            OrderQueries queries,
            OrderDocuments documents,
            OrderMail mail,
            MailDoubts doubts,
            DeniedAttempts denied,
            TransactionTemplate transaction) {
        this.desk = desk;
        this.orders = orders;
        this.queries = queries;
        this.documents = documents;
        this.mail = mail;
        this.doubts = doubts;
        this.denied = denied;
        this.transaction = transaction;
    }

    /**
     * What became of beginning a mail.
     *
     * @param goes whether it is to go now
     * @param failure why it cannot; empty: it goes, or none is to go
     */
    private record Begun(boolean goes, String failure) {

        private static final Begun NONE = new Begun(false, "");
    }

    private record Sent(Outcome outcome, Begun mail) {}

    /** Does what is asked; an order that is sent goes out. */
    Outcome act(Actor actor, OrderAction action, Asked asked) {
        if (action != OrderAction.SEND) {
            return desk.act(actor, action, asked);
        }
        Sent sent = Objects.requireNonNull(transaction.execute(status -> {
            Outcome outcome = desk.act(actor, action, asked);
            return new Sent(outcome, outcome.isDone() ? begin(actor, asked.number(), false) : Begun.NONE);
        }));
        return findResult(actor, asked.number(), sent.mail())
                .map(result -> Outcome.done(sent.outcome().message() + " " + result))
                .orElse(sent.outcome());
    }

    /** Tries again what has failed, and what may or may not have gone: the person has found out that it has not. */
    Outcome mailAgain(Actor actor, String number) {
        if (!actor.is(Role.BUYER)) {
            return notABuyer(actor, number);
        }
        Begun begun = Objects.requireNonNull(transaction.execute(status -> begin(actor, number, true)));
        return findResult(actor, number, begun)
                .map(Outcome::done)
                .orElseGet(() -> refused(
                        actor,
                        number,
                        Outcome.refused(number + " cannot be mailed: it is not sent, it has been mailed already or is"
                                + " being mailed, or its supplier has no address. See below what happened, or download"
                                + " the PDF.")));
    }

    /** Of a mail that may or may not have gone: the person has found out that it has. */
    Outcome noteGone(Actor actor, String number) {
        if (!actor.is(Role.BUYER)) {
            return notABuyer(actor, number);
        }
        return Objects.requireNonNull(transaction.execute(status -> orders.lock(number)
                .flatMap(order -> queries.findMail(order.id())
                        .filter(doubts::isInDoubt)
                        .map(begun -> {
                            orders.noteMail(actor, order, OrderEvent.MAIL, begun.detail() + ", by what was found out");
                            return Outcome.done(number + " is marked as mailed.");
                        }))
                .orElseGet(() -> refused(
                        actor,
                        number,
                        Outcome.refused(
                                "Of " + number + " it is known whether it was mailed. See below what happened.")))));
    }

    private Outcome notABuyer(Actor actor, String number) {
        return refused(
                actor, number, Outcome.forbidden("Only the role buyer may mail an order. Ask somebody who has it."));
    }

    private Outcome refused(Actor actor, String number, Outcome why) {
        denied.record(new AuditEntry(actor, "order", number, "mail refused", null, null, why.message()));
        return why;
    }

    /** In a sentence; empty if no mail was to go. */
    private Optional<String> findResult(Actor actor, String number, Begun begun) {
        if (begun.goes()) {
            return Optional.of(mailed(actor, number));
        }
        return begun.failure().isEmpty() ? Optional.empty() : Optional.of(begun.failure());
    }

    /** What became of a mail that is begun, in a sentence. */
    private String mailed(Actor actor, String number) {
        String failure;
        try {
            OrderDocument order = documents.find(number).orElse(null);
            if (order != null) {
                String address = mail.send(order);
                note(actor, number, OrderEvent.MAIL, address);
                return "It was mailed to " + address + ".";
            }
            failure = number + " is not mailed: it has no lines.";
        } catch (UnsentMailException | UncheckedIOException | IllegalStateException e) {
            failure = String.valueOf(e.getMessage());
        }
        note(actor, number, OrderEvent.MAIL_FAILED, failure);
        return failure;
    }

    private void note(Actor actor, String number, String action, String detail) {
        transaction.executeWithoutResult(
                status -> orders.lock(number).ifPresent(order -> orders.noteMail(actor, order, action, detail)));
    }

    /**
     * Under lock, so that of two forms one mails.
     *
     * @param knowing whether a person says so who knows that an earlier one may have gone
     */
    private Begun begin(Actor actor, String number, boolean knowing) {
        return orders.lock(number)
                .filter(order -> order.kind() == OrderKind.PURCHASE)
                .filter(order -> order.state() == OrderState.SENT || order.state() == OrderState.CONFIRMED)
                .filter(order -> queries.findMail(order.id())
                        .map(last -> last.isFailed() || knowing && doubts.isInDoubt(last))
                        .orElse(true))
                .map(order -> begin(actor, order))
                .orElse(Begun.NONE);
    }

    /** Where addresses cannot be read no mail begins; the order is sent all the same. */
    private Begun begin(Actor actor, OrderHead order) {
        Optional<String> address;
        try {
            address = mail.findAddress(order.partner());
        } catch (UncheckedIOException | IllegalStateException unreadable) {
            String failure = String.valueOf(unreadable.getMessage());
            orders.noteMail(actor, order, OrderEvent.MAIL_FAILED, failure);
            return new Begun(false, failure);
        }
        address.ifPresent(known -> orders.noteMail(actor, order, OrderEvent.MAIL_BEGUN, known));
        return new Begun(address.isPresent(), "");
    }
}
