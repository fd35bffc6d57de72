package org.plenish.engine.plan.quality;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.SkuLocation;

/**
 * Something that looks wrong in the data of one SKU-location.
 *
 * @param date that it is about; null: none
 * @param value at stake: what depends on the figure that looks wrong
 * @param found one sentence, with the numbers
 * @param advice one sentence: what to do
 */
public record Finding(
        FindingKind kind, SkuLocation location, @Nullable LocalDate date, Money value, String found, String advice) {

    /** Most money first, then by place. */
    static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::value, Comparator.reverseOrder())
            .thenComparing(Finding::location)
            .thenComparing(Finding::kind)
            .thenComparing(Finding::found);
}
