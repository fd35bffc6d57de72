package org.plenish.engine.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Cash for purchase orders.
 *
 * @param amounts by the first day of the bucket; empty: cash is not limited
 * @param carryForward whether what is not spent may be spent later
 * @param basis what uses it up
 */
public record CashBudget(SortedMap<LocalDate, Money> amounts, boolean carryForward, Basis basis) {

    public static final CashBudget UNLIMITED = new CashBudget(Collections.emptySortedMap(), true);

    /** When an order uses cash up. */
    public enum Basis {
        /** In the bucket in which it is placed, whatever its terms. */
        COMMITMENT,
        /** In the bucket in which it is paid: its supplier's payment terms after it is placed. */
        PAYMENT
    }

    /** For what is committed in each bucket. */
    public CashBudget(SortedMap<LocalDate, Money> amounts, boolean carryForward) {
        this(amounts, carryForward, Basis.COMMITMENT);
    }

    public CashBudget {
        amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
    }

    public boolean isLimited() {
        return !amounts.isEmpty();
    }
}
