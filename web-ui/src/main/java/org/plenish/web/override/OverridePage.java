package org.plenish.web.override;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.web.override.OverrideQueries.Given;

/**
 * What the form of one SKU-location shows.
 *
 * @param place key of the page's parts, unlike that of any other SKU-location in the same list
 */
public record OverridePage(
        String item, String warehouse, String description, String warehouseName, String place, List<Line> lines) {

    public OverridePage {
        lines = List.copyOf(lines);
    }

    /**
     * One field.
     *
     * @param rules what rules and formulas say; null: they say nothing of it
     * @param given what the dataset gives; null: nothing
     * @param person what a person has set; null: nothing
     * @param inForce what the plan that is shown has; null: it has none
     * @param next whether the person's value waits for the next plan
     */
    public record Line(
            OverrideField field,
            @Nullable Double rules,
            @Nullable Given given,
            @Nullable StandingOverride person,
            @Nullable Double inForce,
            boolean next) {}
}
