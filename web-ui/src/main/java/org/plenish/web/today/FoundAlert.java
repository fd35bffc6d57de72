package org.plenish.web.today;

import java.time.LocalDate;
import java.util.Comparator;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.policy.Severity;

/**
 * Something of a plan that needs a person.
 *
 * @param reference number of the order that it is about; blank: none
 * @param value at stake
 * @param message one sentence; blank where the panel, the units and the date say it all
 * @param suggestedAction the name of a {@link org.plenish.engine.policy.SuggestedAction}; blank: none is advised
 * @param action the same in one sentence
 */
record FoundAlert(
        Panel panel,
        SkuLocation location,
        String reference,
        LocalDate date,
        int quantityUnits,
        Money value,
        Severity severity,
        String message,
        String suggestedAction,
        String action) {

    /** Most money first, then soonest, then by place. */
    static final Comparator<FoundAlert> WORST_FIRST = Comparator.comparing(FoundAlert::value, Comparator.reverseOrder())
            .thenComparing(FoundAlert::date)
            .thenComparing(FoundAlert::location)
            .thenComparing(FoundAlert::reference)
            .thenComparing(FoundAlert::message);
}
