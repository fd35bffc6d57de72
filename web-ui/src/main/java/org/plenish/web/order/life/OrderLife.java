package org.plenish.web.order.life;

import static org.plenish.web.order.life.OrderAction.APPROVE;
import static org.plenish.web.order.life.OrderAction.CANCEL;
import static org.plenish.web.order.life.OrderAction.CLOSE;
import static org.plenish.web.order.life.OrderAction.CONFIRM;
import static org.plenish.web.order.life.OrderAction.EDIT;
import static org.plenish.web.order.life.OrderAction.RECEIVE;
import static org.plenish.web.order.life.OrderAction.REJECT;
import static org.plenish.web.order.life.OrderAction.SEND;
import static org.plenish.web.order.life.OrderAction.SUBMIT;
import static org.plenish.web.order.life.OrderAction.WITHDRAW;
import static org.plenish.web.order.life.OrderState.APPROVED;
import static org.plenish.web.order.life.OrderState.CANCELLED;
import static org.plenish.web.order.life.OrderState.CLOSED;
import static org.plenish.web.order.life.OrderState.CONFIRMED;
import static org.plenish.web.order.life.OrderState.EDITED;
import static org.plenish.web.order.life.OrderState.PARTLY_RECEIVED;
import static org.plenish.web.order.life.OrderState.PROPOSED;
import static org.plenish.web.order.life.OrderState.RECEIVED;
import static org.plenish.web.order.life.OrderState.REJECTED;
import static org.plenish.web.order.life.OrderState.SENT;
import static org.plenish.web.order.life.OrderState.SUBMITTED;
import static org.plenish.web.shared.Role.APPROVER;
import static org.plenish.web.shared.Role.BUYER;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.plenish.web.shared.Role;

/** The one table of an order's life: from which states an action leads where, who may, and what it needs and voids. */
public final class OrderLife {

    /**
     * One row of the table.
     *
     * @param needsReason whether it is refused without one
     * @param voidsApproval whether approvals given so far count no more
     * @param to the state it leads to
     * @param unlessComplete the state it leads to while something is missing: the second approval, further goods
     */
    public record Transition(
            Set<OrderState> from,
            OrderAction action,
            Role role,
            boolean needsReason,
            boolean voidsApproval,
            OrderState to,
            OrderState unlessComplete) {

        public Transition {
            from = Set.copyOf(from);
        }

        private Transition(
                Set<OrderState> from,
                OrderAction action,
                Role role,
                boolean needsReason,
                boolean voidsApproval,
                OrderState to) {
            this(from, action, role, needsReason, voidsApproval, to, to);
        }
    }

    /** What the table says to a person who asks. */
    public sealed interface Answer {

        record Allowed(Transition transition) implements Answer {}

        /** @param message for the person: what was expected, and what to try */
        record WrongState(String message) implements Answer {}

        /** @param message likewise */
        record WrongRole(String message) implements Answer {}
    }

    /** An action may stand in several rows if it does not lead to the same from everywhere; never twice from one state. */
    public static final List<Transition> TABLE = List.of(
            new Transition(
                    EnumSet.of(PROPOSED, EDITED, SUBMITTED, APPROVED, REJECTED), EDIT, BUYER, true, true, EDITED),
            new Transition(EnumSet.of(PROPOSED, EDITED), SUBMIT, BUYER, false, false, SUBMITTED),
            new Transition(EnumSet.of(SUBMITTED), APPROVE, APPROVER, false, false, APPROVED, SUBMITTED),
            new Transition(EnumSet.of(SUBMITTED), REJECT, APPROVER, true, true, REJECTED),
            // Whoever notices too late what they submitted need not make up a change to have it back.
            new Transition(EnumSet.of(SUBMITTED), WITHDRAW, BUYER, false, true, EDITED),
            new Transition(EnumSet.of(APPROVED), SEND, BUYER, false, false, SENT),
            new Transition(EnumSet.of(SENT), CONFIRM, BUYER, false, false, CONFIRMED),
            new Transition(
                    EnumSet.of(SENT, CONFIRMED, PARTLY_RECEIVED),
                    RECEIVE,
                    BUYER,
                    false,
                    false,
                    RECEIVED,
                    PARTLY_RECEIVED),
            new Transition(EnumSet.of(RECEIVED), CLOSE, BUYER, false, false, CLOSED),
            // Closed short: what has not come is not expected any more.
            new Transition(EnumSet.of(PARTLY_RECEIVED), CLOSE, BUYER, true, false, CLOSED),
            new Transition(
                    EnumSet.of(PROPOSED, EDITED, SUBMITTED, APPROVED, REJECTED), CANCEL, BUYER, true, true, CANCELLED),
            // The supplier has it: that it was approved remains true.
            new Transition(EnumSet.of(SENT, CONFIRMED), CANCEL, BUYER, true, false, CANCELLED));

    private OrderLife() {}

    /** An auditor changes nothing and an administrator approves nothing, whatever other roles they have. */
    public static Answer ask(OrderState state, OrderAction action, Set<Role> roles) {
        if (roles.contains(Role.AUDITOR)) {
            return new Answer.WrongRole("An auditor reads everything and changes nothing. Ask somebody of the role "
                    + inWords(roleFor(action)) + " to " + action.inWords() + " it.");
        }
        if (roles.contains(Role.ADMINISTRATOR) && roleFor(action) == APPROVER) {
            return new Answer.WrongRole(
                    "An administrator approves and rejects nothing, as they set the limits. Ask an approver.");
        }
        if (!roles.contains(roleFor(action))) {
            return new Answer.WrongRole("Only the role " + inWords(roleFor(action)) + " may " + action.inWords()
                    + " an order. Ask somebody who has it, or an administrator for the role.");
        }
        return TABLE.stream()
                .filter(row -> row.action() == action && row.from().contains(state))
                .findFirst()
                .<Answer>map(Answer.Allowed::new)
                .orElseGet(() -> new Answer.WrongState("An order that is " + state.inWords() + " cannot be "
                        + participle(action) + ". That needs one that is " + statesFor(action) + "."));
    }

    /** What {@code roles} may do now, in the order of the table. */
    public static List<OrderAction> open(OrderState state, Set<Role> roles) {
        return TABLE.stream()
                .map(Transition::action)
                .distinct()
                .filter(action -> ask(state, action, roles) instanceof Answer.Allowed)
                .toList();
    }

    private static Role roleFor(OrderAction action) {
        return TABLE.stream()
                .filter(row -> row.action() == action)
                .findFirst()
                .orElseThrow()
                .role();
    }

    private static String statesFor(OrderAction action) {
        Set<OrderState> states = EnumSet.noneOf(OrderState.class);
        TABLE.stream().filter(row -> row.action() == action).forEach(row -> states.addAll(row.from()));
        return String.join(" or ", states.stream().map(OrderState::inWords).toList());
    }

    private static String participle(OrderAction action) {
        return switch (action) {
            case EDIT -> "edited";
            case SUBMIT -> "submitted";
            case APPROVE -> "approved";
            case REJECT -> "rejected";
            case WITHDRAW -> "withdrawn";
            case SEND -> "sent";
            case CONFIRM -> "confirmed";
            case RECEIVE -> "received";
            case CLOSE -> "closed";
            case CANCEL -> "cancelled";
        };
    }

    private static String inWords(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
