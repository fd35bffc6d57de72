package org.plenish.web.order;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.plenish.web.order.life.OrderAction;
import org.plenish.web.order.life.OrderState;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.Receipt;
import org.plenish.web.shared.ReceiptRefusedException;
import org.plenish.web.shared.ReceiptSink;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes what has arrived of an order. */
@Service
class Receipts implements ReceiptSink {

    private final OrderDesk desk;
    private final OrderStore orders;
    private final OrderQueries queries;
    private final OrderLines lines;
    private final Clock clock;

    Receipts(OrderDesk desk, OrderStore orders, OrderQueries queries, OrderLines lines, Clock clock) {
        this.desk = desk;
        this.orders = orders;
        this.queries = queries;
        this.lines = lines;
        this.clock = clock;
    }

    /**
     * Notes as of today, UTC.
     *
     * @param units by the line's id; what is not named has not arrived
     */
    @Transactional
    public Outcome receive(Actor actor, Asked asked, Map<Long, Integer> units) {
        return receive(actor, asked, units, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** As a person would book it, on the order as it is now. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void book(Receipt receipt, Actor actor) {
        OrderHead order = orders.lock(receipt.order())
                .orElseThrow(() -> new ReceiptRefusedException("There is no order " + receipt.order() + "."));
        OrderLine line = queries.allLines(order.id()).stream()
                .filter(one -> one.line() == receipt.line())
                .findFirst()
                .orElseThrow(() -> new ReceiptRefusedException(
                        "Order " + receipt.order() + " has no line " + receipt.line() + "."));
        Asked asked = new Asked(order.number(), order.version(), receipt.reason(), UUID.randomUUID());
        Outcome outcome = receive(actor, asked, Map.of(line.id(), receipt.quantityUnits()), receipt.date());
        if (!outcome.isDone()) {
            throw new ReceiptRefusedException(outcome.message());
        }
    }

    /** As of a day, within the transaction of the caller. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome receive(Actor actor, Asked asked, Map<Long, Integer> units, LocalDate day) {
        return desk.change(actor, OrderAction.RECEIVE, asked, new TreeMap<>(units), opened -> {
            OrderHead order = opened.order();
            List<OrderLine> known = queries.allLines(order.id());
            if (!known.stream().map(OrderLine::id).toList().containsAll(units.keySet())) {
                return Outcome.refused("A line of the form is not of " + order.number() + ". Open the order anew.");
            }
            if (units.values().stream().anyMatch(arrived -> arrived < 0)
                    || units.values().stream().allMatch(arrived -> arrived == 0)) {
                return Outcome.refused("Received units must be 0 or more, and of at least one line 1 or more.");
            }
            List<String> told = new ArrayList<>();
            boolean complete = true;
            boolean more = false;
            for (OrderLine line : known) {
                int arrived = units.getOrDefault(line.id(), 0);
                if (arrived > 0) {
                    told.add("line " + line.line() + ": " + arrived + " of " + line.openUnits() + " open");
                }
                more |= arrived > line.openUnits();
                complete &= arrived >= line.openUnits();
            }
            if (more && asked.reason().isEmpty()) {
                return Outcome.refused("More has come than was ordered (" + String.join("; ", told)
                        + "). Say why it is taken in, in the field “Reason”.");
            }
            units.forEach((line, arrived) -> {
                if (arrived > 0) {
                    lines.receive(line, arrived, day);
                }
            });
            OrderState state =
                    complete ? opened.transition().to() : opened.transition().unlessComplete();
            orders.move(
                    actor, order, OrderAction.RECEIVE, state, asked.reason(), String.join("; ", told) + " on " + day);
            return Outcome.done(order.number() + " is " + state.inWords() + ".");
        });
    }
}
