package org.plenish.engine.plan.scenario;

import java.time.LocalDate;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Lifecycle;
import org.plenish.engine.model.PolicyOverride;

/**
 * Articles leave the range: nothing more of them is bought, what is there sells, and from a day on nothing is demanded.
 *
 * @param from first day without demand
 */
record EndOfLife(Selection selection, LocalDate from) implements Change {

    static final ChangeKind KIND = new ChangeKind("end_of_life", EndOfLife::read);

    private static EndOfLife read(ChangeFields fields) {
        fields.requireSomeOf("items", "categories");
        return new EndOfLife(Selection.ofItems(fields), fields.date("from"));
    }

    @Override
    public Driver driver() {
        return Driver.DEMAND;
    }

    @Override
    public String sentence() {
        return "End of life of " + selection.words() + ": nothing more is bought, and nothing sells from " + from
                + " on.";
    }

    @Override
    public NoReplay noReplay() {
        return NoReplay.RANGE;
    }

    @Override
    public void applyTo(Draft draft) {
        Period ended = new Period(from, null);
        draft.scaleForecasts(selection, (buckets, i) -> 1 - ended.shareOf(buckets, i), draft.said(this));
        draft.items.replaceAll((id, item) -> selection.holds(item) ? phasedOut(item) : item);
        Draft.replaceAll(
                draft.policyOverrides,
                override -> selection.holds(draft.item(override.item())) ? stopped(override) : override);
        for (Item item : draft.items.values()) {
            if (selection.holds(item) && !isOverriddenEverywhere(draft, item.id())) {
                draft.policyOverrides.add(
                        new PolicyOverride(item.id(), null, null, null, null, null, null, null, true, reason(), null));
            }
        }
    }

    private static boolean isOverriddenEverywhere(Draft draft, ItemId item) {
        return draft.policyOverrides.stream()
                .anyMatch(override -> override.item().equals(item) && override.warehouse() == null);
    }

    private PolicyOverride stopped(PolicyOverride override) {
        return new PolicyOverride(
                override.item(),
                override.warehouse(),
                override.safetyStockUnits(),
                override.reorderPointUnits(),
                override.orderUpToLevelUnits(),
                override.minQuantityUnits(),
                override.maxQuantityUnits(),
                override.serviceLevel(),
                true,
                reason(),
                null);
    }

    private String reason() {
        return "What if: end of life on " + from;
    }

    private static Item phasedOut(Item item) {
        return item.with(Lifecycle.PHASE_OUT, item.replacedBy(), item.likeItem());
    }
}
