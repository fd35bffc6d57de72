package org.plenish.web.order.life;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where an order stands, from a plan's proposal to its end. */
public enum OrderState {
    /** As the plan made it: no person has touched it, and the next plan replaces it. */
    PROPOSED,
    EDITED,
    /** Waits for an approval, or for the second one. */
    SUBMITTED,
    APPROVED,
    SENT,
    CONFIRMED,
    PARTLY_RECEIVED,
    RECEIVED,
    CLOSED,
    REJECTED,
    CANCELLED;

    /** Whether a person's work on it is under way, so that a new plan leaves it as it is. */
    public boolean isKept() {
        return switch (this) {
            case EDITED, SUBMITTED, APPROVED, SENT, CONFIRMED, PARTLY_RECEIVED -> true;
            case PROPOSED, RECEIVED, CLOSED, REJECTED, CANCELLED -> false;
        };
    }

    /** Whether its goods are to come whatever the next plan says. */
    public boolean isCommitted() {
        return switch (this) {
            case APPROVED, SENT, CONFIRMED, PARTLY_RECEIVED -> true;
            case PROPOSED, EDITED, SUBMITTED, RECEIVED, CLOSED, REJECTED, CANCELLED -> false;
        };
    }

    /** Whether it has been approved and is not taken back: it obliges whoever sends it. */
    public boolean isBinding() {
        return isCommitted() || this == RECEIVED || this == CLOSED;
    }

    /** Whether its goods are still expected: it counts in what stock is projected to be. */
    public boolean isLive() {
        return this == PROPOSED || isKept();
    }

    /** Of those states, for the database. */
    public static List<String> names(Predicate<OrderState> which) {
        return Stream.of(values()).filter(which).map(Enum::name).toList();
    }

    /** For programs: {@code partly_received}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For a sentence: {@code partly received}. */
    public String inWords() {
        return id().replace('_', ' ');
    }
}
