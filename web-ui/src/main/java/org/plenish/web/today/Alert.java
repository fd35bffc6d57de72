package org.plenish.web.today;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.PageAddress;

/**
 * Something of the current plan that needs a person, with what has been done about it.
 *
 * @param reference number of the order that it is about; blank: none
 * @param referenceKind {@code PURCHASE} or {@code TRANSFER} if that order is one of ours; null: it is not
 * @param orderNumber of the order that would mend it and of which the plan did not yet know; null: there is none, and
 *     neither is what follows
 * @param orderUnits of the item in it
 * @param mark {@code SNOOZED} or {@code DONE}; null if nobody has put it aside, as what follows is
 * @param markedForUser whose list leaves it out; blank: everybody's
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
        @Nullable String mark,
        @Nullable LocalDate until,
        @Nullable String reason,
        @Nullable String markedBy,
        @Nullable String markedForUser) {

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
        return orderState == null || isOrderOpen() ? State.OPEN : State.ACCEPTED;
    }

    public boolean isOpen() {
        return state() == State.OPEN;
    }

    /** Whether its order still waits for somebody to submit it. */
    public boolean isOrderOpen() {
        return "PROPOSED".equals(orderState) || "EDITED".equals(orderState);
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

    /** For the identifiers of its parts of the page. */
    public String place() {
        return panel.anchor() + "-" + rank;
    }

    private static String address(@Nullable String kind, String number) {
        return ("TRANSFER".equals(kind) ? "/transfers/" : "/purchase-orders/") + number;
    }
}
