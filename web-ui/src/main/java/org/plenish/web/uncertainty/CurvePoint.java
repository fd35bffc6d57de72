package org.plenish.web.uncertainty;

import org.plenish.web.shared.PageAddress;

/**
 * One service target and what follows from it, or what is today.
 *
 * @param now whether it is today's: its target is the mean of those that the rules chose
 * @param moreStockValue than today; negative: less
 */
public record CurvePoint(
        double serviceTarget,
        double stockValue,
        double safetyStockValue,
        double fillRate,
        double cycleService,
        boolean now,
        double moreStockValue) {

    /**
     * Where a what-if with this target is begun.
     *
     * @param name of the what-if
     */
    public String scenarioAddress(CurveKey of, String name) {
        return PageAddress.of("/scenarios/new")
                .with("kind", "service")
                .with("name", name)
                .with("target", serviceTarget)
                .with("categories", of.scope() == CurveKey.Scope.CATEGORY ? of.name() : null)
                .with("items", of.scope() == CurveKey.Scope.ITEM ? of.name() : null)
                .toString();
    }
}
