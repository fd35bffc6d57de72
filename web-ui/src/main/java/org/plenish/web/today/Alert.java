package org.plenish.web.today;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.PageAddress;

/**
 * Something of the current plan that needs a person, with what has been done about it.
 *
 * @param reference number of the order that it is about; blank: none
 * @param referenceKind {@code PURCHASE} or {@code TRANSFER} if that order is one of ours; null: it is not
 * @param referenceState where that order stands; null if it is not ours
 * @param orderNumber of the order that would mend it and of which the plan did not yet know; null: there is none, and
 *     neither is what follows
 * @param orderUnits of the item in it
 * @param addTo number of an open order of its supplier to its warehouse, if none would mend it; null: there is none
 * @param mark {@code SNOOZED} or {@code DONE}; null if nobody has put it aside, as what follows is
 * @param markedForUser whose list leaves it out; blank: everybody's
 * @param decision by which step it was dealt with; null: in some other way, see {@code reason}
 * @param percent by which its price is lowered; null but for a mark-down
 */
public record Alert(
        Panel panel,
        int rank,
        String item,
        String description,
        String warehouse,
        String warehouseName,
        String reference,
        @Nullable String referenceKind,
        @Nullable String referenceState,
        LocalDate date,
        int quantityUnits,
        BigDecimal value,
        String severity,
        String message,
        String suggestedAction,
        String action,
        boolean toDo,
        @Nullable String orderNumber,
        @Nullable String orderKind,
        @Nullable String orderState,
        @Nullable Integer orderVersion,
        @Nullable Integer orderUnits,
        @Nullable String addTo,
        @Nullable String mark,
        @Nullable LocalDate until,
        @Nullable String reason,
        @Nullable String markedBy,
        @Nullable String markedForUser,
        @Nullable Decision decision,
        @Nullable Integer percent) {

    /** In which an order is late or too much no more. */
    static final Set<String> ENDED = Set.of("RECEIVED", "CLOSED", "REJECTED", "CANCELLED");

    /** Where it stands. */
    public enum State {
        OPEN,
        /** Its order is on its way through approval or to the supplier. */
        ACCEPTED,
        SNOOZED,
        DONE
    }

    public State state() {
        if (mark != null) {
            return State.valueOf(mark);
        }
        return isReferenceEnded() || isOrderOnItsWay() && isMendedByOrder() ? State.ACCEPTED : State.OPEN;
    }

    public boolean isOpen() {
        return state() == State.OPEN;
    }

    /** Whether its order still waits for somebody to submit it. */
    public boolean isOrderOpen() {
        return "PROPOSED".equals(orderState) || "EDITED".equals(orderState);
    }

    /** Whether somebody has submitted its order, whatever has become of it since. */
    public boolean isOrderOnItsWay() {
        return orderState != null && !isOrderOpen();
    }

    /** A transfer that moves only some of what is too much leaves the rest to be dealt with. */
    private boolean isMendedByOrder() {
        return !panel.isTooMuch() || orderUnits != null && orderUnits >= quantityUnits;
    }

    /** Whether the order that it is about is at its end. */
    public boolean isReferenceEnded() {
        return referenceState != null && ENDED.contains(referenceState);
    }

    /** Whether what is on order should come sooner: it is late, or nothing else would mend the shortage. */
    public boolean isToExpedite() {
        return panel == Panel.LATE_ORDER
                || panel.isShortage() && orderNumber == null && "EXPEDITE".equals(suggestedAction);
    }

    /** Whether its mark can be taken back: what was done to an order cannot. */
    public boolean isRevocable() {
        return mark != null && (decision == null || decision.isRecorded());
    }

    public @Nullable String orderAddress() {
        return orderNumber == null ? null : address(orderKind, orderNumber);
    }

    /** Of the order that it is about, if it is one of ours. */
    public @Nullable String referenceAddress() {
        return referenceKind == null ? null : address(referenceKind, reference);
    }

    /** Of its item's page. */
    public String itemAddress() {
        return PageAddress.of("/item")
                .with("item", item)
                .with("warehouse", warehouse)
                .toString();
    }

    /** Of a what-if that sells all of it off. */
    public String clearanceAddress() {
        return PageAddress.of("/scenarios/new")
                .with("kind", "clearance")
                .with("items", item)
                .with("warehouses", warehouse)
                .with("share", 1)
                .with("name", "Clear " + item + " at " + warehouse)
                .toString();
    }

    /** Of a form that adds what is short to an order that is still open. */
    public String addAddress() {
        return PageAddress.of("/purchase-orders/" + addTo + "/change")
                .with("change", "ADD")
                .with("item", item)
                .with("units", Math.max(1, quantityUnits))
                .toString();
    }

    /** For the identifiers of its parts of the page. */
    public String place() {
        return panel.anchor() + "-" + rank;
    }

    private static String address(@Nullable String kind, String number) {
        return ("TRANSFER".equals(kind) ? "/transfers/" : "/purchase-orders/") + number;
    }
}
