package org.plenish.engine.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Cash that may be committed to purchase orders placed in each bucket.
 *
 * @param amounts by the first day of the bucket; empty: cash is not limited
 * @param carryForward whether what is not spent may be spent later
 */
public record CashBudget(SortedMap<LocalDate, Money> amounts, boolean carryForward) {

    public static final CashBudget UNLIMITED = new CashBudget(Collections.emptySortedMap(), true);

    public CashBudget {
        amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
    }

    public boolean isLimited() {
        return !amounts.isEmpty();
    }
}
