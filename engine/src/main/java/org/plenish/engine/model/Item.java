package org.plenish.engine.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An article, as {@code items.csv} gives it.
 *
 * @param unitCost what a unit costs to replace; values stock
 * @param unitPrice what a unit sells for; null if not given
 * @param unitVolumeM3 0 if not given: it then takes no space
 * @param unitWeightKg 0 if not given
 * @param shelfLifeDays null if it does not expire
 * @param replacedBy its successor, null if none
 * @param storageClass blank if it needs no special storage
 * @param likeItem an older article that a new one is expected to sell like, null if none is named
 * @param shortageCostPerUnit lost on a unit short in a bucket; null: derived from the service target
 * @param criticality essential if not given
 */
public record Item(
        ItemId id,
        String description,
        String category,
        UnitPrice unitCost,
        @Nullable UnitPrice unitPrice,
        double unitVolumeM3,
        double unitWeightKg,
        @Nullable Integer shelfLifeDays,
        Lifecycle lifecycle,
        @Nullable ItemId replacedBy,
        String storageClass,
        String unitOfMeasure,
        @Nullable LocalDate introducedOn,
        @Nullable UnitPrice shortageCostPerUnit,
        @Nullable ItemId likeItem,
        Criticality criticality) {

    public Item {
        Require.finiteAtLeast(0, unitVolumeM3, "unit volume (m³)");
        Require.finiteAtLeast(0, unitWeightKg, "unit weight (kg)");
        if (shelfLifeDays != null) {
            Require.atLeast(1, shelfLifeDays, "shelf life (days)");
        }
    }

    /** An article that is not said to be like another, nor how critical it is. */
    public Item(
            ItemId id,
            String description,
            String category,
            UnitPrice unitCost,
            @Nullable UnitPrice unitPrice,
            double unitVolumeM3,
            double unitWeightKg,
            @Nullable Integer shelfLifeDays,
            Lifecycle lifecycle,
            @Nullable ItemId replacedBy,
            String storageClass,
            String unitOfMeasure,
            @Nullable LocalDate introducedOn,
            @Nullable UnitPrice shortageCostPerUnit) {
        this(
                id,
                description,
                category,
                unitCost,
                unitPrice,
                unitVolumeM3,
                unitWeightKg,
                shelfLifeDays,
                lifecycle,
                replacedBy,
                storageClass,
                unitOfMeasure,
                introducedOn,
                shortageCostPerUnit,
                null,
                Criticality.ESSENTIAL);
    }

    /** The same article at another time of its life, or among others. */
    public Item with(Lifecycle stage, @Nullable ItemId successor, @Nullable ItemId alike) {
        return new Item(
                id,
                description,
                category,
                unitCost,
                unitPrice,
                unitVolumeM3,
                unitWeightKg,
                shelfLifeDays,
                stage,
                successor,
                storageClass,
                unitOfMeasure,
                introducedOn,
                shortageCostPerUnit,
                alike,
                criticality);
    }
}
