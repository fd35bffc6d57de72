package org.plenish.web.shared;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Steps in the lives of orders that can be taken beside their own pages, with all the checks that those pages make. */
public interface OrderSteps {

    /** What can be done to an order without saying more than that, or than how much of a line is kept. */
    enum Step {
        SUBMIT,
        APPROVE,
        SEND,
        /** Take back what waits for approval. */
        WITHDRAW,
        /** Keep less of one line, or nothing. */
        REDUCE,
        CANCEL;

        /** Whether it brings the order on its way. */
        public boolean isForward() {
            return this == SUBMIT || this == APPROVE || this == SEND;
        }

        /** Whether it takes from an order what is too much. */
        public boolean isCut() {
            return this == REDUCE || this == CANCEL;
        }
    }

    /**
     * A step that somebody may take now.
     *
     * @param transfer whether the order is one; otherwise it is a purchase order
     * @param version of the order as it is shown
     * @param partnerName the supplier's, or the sending warehouse's
     * @param value of the whole order, in currency units
     * @param line id of the line that is cut; null where the step is about the whole order
     * @param lineUnits of that line now; 0 without one
     * @param keptUnits of that line afterwards; 0: it is removed
     */
    record Offer(
            Step step,
            String number,
            boolean transfer,
            int version,
            String partnerName,
            String warehouseName,
            BigDecimal value,
            int lineCount,
            @Nullable Long line,
            int lineUnits,
            int keptUnits) {}

    /**
     * A step as a form says it.
     *
     * @param version of the order as the person saw it
     * @param line and {@code keptUnits}: of {@code REDUCE}, as they were offered
     * @param reason may be blank where none is needed
     * @param request of one showing of the form, so that sending it twice does it once
     */
    record Wish(
            Step step,
            String number,
            int version,
            @Nullable Long line,
            @Nullable Integer keptUnits,
            String reason,
            UUID request) {}

    /**
     * What became of it.
     *
     * @param status as HTTP has it: 200 done, 403 not theirs to do, 404, 409 somebody else was first, 422 not as it is
     * @param message for the person
     */
    record Answer(int status, String message) {

        public boolean isDone() {
            return status == 200;
        }
    }

    /** By number, the one step that the actor may take next; orders of which they may take none are left out. */
    Map<String, Offer> next(Actor actor, Collection<String> numbers);

    /** How the actor may take what is too much of an item from an order; empty if it cannot be taken from it any more. */
    Optional<Offer> findCut(Actor actor, String number, String item, int surplusUnits);

    /** Does it, if the order is still as the person saw it and its life, the limits and their roles allow it. */
    Answer take(Actor actor, PlanHeader plan, Wish wish);

    /** Notes something beside the order's history, once for each {@code request}. */
    Answer note(Actor actor, String number, String text, UUID request);
}
