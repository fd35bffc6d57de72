package org.plenish.web.order;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.plenish.web.export.OrderDocument;
import org.plenish.web.export.OrderDocuments;
import org.plenish.web.export.OrderMail;
import org.plenish.web.export.UnsentMailException;
import org.plenish.web.order.life.OrderAction;
import org.plenish.web.order.life.OrderState;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails orders to their suppliers, where that is possible. An order is sent first, for good, and then mailed: a mail server
 * that is silent neither holds the order nor takes back what was done.
 */
@Service
class OrderDispatch {

    private final OrderDesk desk;
    private final OrderStore orders;
    private final OrderDocuments documents;
    private final OrderMail mail;
    private final TransactionTemplate transaction;

    OrderDispatch(
            OrderDesk desk,
            OrderStore orders,
            OrderDocuments documents,
            OrderMail mail,
            TransactionTemplate transaction) {
        this.desk = desk;
        this.orders = orders;
        this.documents = documents;
        this.mail = mail;
        this.transaction = transaction;
    }

    /** Does what is asked; an order that is sent goes out. */
    Outcome act(Actor actor, OrderAction action, Asked asked) {
        Outcome outcome = desk.act(actor, action, asked);
        return outcome.isDone() && action == OrderAction.SEND
                ? Outcome.done(outcome.message() + mailed(actor, asked.number()))
                : outcome;
    }

    /** Tries again what has failed. */
    Outcome mailAgain(Actor actor, String number) {
        if (!actor.is(Role.BUYER)) {
            return Outcome.forbidden("Only the role buyer may mail an order. Ask somebody who has it.");
        }
        String told = mailed(actor, number);
        return told.isEmpty()
                ? Outcome.refused(
                        number + " cannot be mailed: it is not sent, it has been mailed already, or its supplier"
                                + " has no address. See below what happened, or download the PDF.")
                : Outcome.done(told.strip());
    }

    /** What became of it, as a sentence with a space before it; empty if there was nothing to mail. */
    private String mailed(Actor actor, String number) {
        String failure;
        try {
            OrderDocument order = documents.find(number).orElse(null);
            if (order == null || !begun(actor, order)) {
                return "";
            }
            return " It was mailed to " + mail.send(order) + ".";
        } catch (UnsentMailException | UncheckedIOException | IllegalStateException e) {
            failure = String.valueOf(e.getMessage());
        }
        transaction.executeWithoutResult(status ->
                orders.lock(number).ifPresent(order -> orders.noteMail(actor, order, OrderEvent.MAIL_FAILED, failure)));
        return " " + failure;
    }

    /** Noted before it goes, under lock, so that of two forms one mails. */
    private boolean begun(Actor actor, OrderDocument document) {
        Optional<String> address = mail.findAddress(document.supplier().id());
        return address.isPresent()
                && Boolean.TRUE.equals(transaction.execute(status -> orders.lock(document.number())
                        .filter(order -> order.state() == OrderState.SENT || order.state() == OrderState.CONFIRMED)
                        .filter(order -> !orders.isMailed(order.id()))
                        .map(order -> {
                            orders.noteMail(actor, order, OrderEvent.MAIL, address.get());
                            return true;
                        })
                        .orElse(false)));
    }
}
