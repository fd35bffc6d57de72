package org.plenish.engine.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.policy.Conclusion;
import org.plenish.engine.policy.Severity;
import org.plenish.engine.policy.SituationKind;
import org.plenish.engine.policy.SuggestedAction;

/**
 * Something a person should look at.
 *
 * @param item null if it concerns no single article
 * @param warehouse null if it concerns all
 * @param date when it happens or happened
 * @param quantityUnits concerned
 * @param value at stake
 * @param message one sentence, with the numbers
 * @param suggestedAction what to do about it
 * @param action the same in one sentence
 * @param judgement the rule by which it matters, and why
 */
public record PlanException(
        Severity severity,
        SituationKind kind,
        @Nullable ItemId item,
        @Nullable WarehouseId warehouse,
        LocalDate date,
        int quantityUnits,
        Money value,
        String message,
        SuggestedAction suggestedAction,
        String action,
        Conclusion judgement) {}
