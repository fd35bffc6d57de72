package org.plenish.engine.plan.scenario;

import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.UnitPrice;

/** Articles sell for more or less; what that does to demand is a change of its own. */
record SellingPriceChange(Selection selection, double factor) implements Change {

    static final ChangeKind KIND = new ChangeKind("selling_price", SellingPriceChange::read);

    private static SellingPriceChange read(ChangeFields fields) {
        return new SellingPriceChange(
                Selection.ofItems(fields), fields.number("factor", 0, DemandChange.LARGEST_FACTOR));
    }

    @Override
    public Driver driver() {
        return Driver.TERMS;
    }

    @Override
    public String sentence() {
        return "Selling price of " + selection.words() + " × " + Words.number(factor) + ".";
    }

    @Override
    public @Nullable NoReplay noReplay() {
        return null;
    }

    @Override
    public void applyTo(Draft draft) {
        draft.items.replaceAll((id, item) -> selection.holds(item) ? changed(item) : item);
    }

    private Item changed(Item item) {
        UnitPrice price = item.unitPrice();
        return price == null ? item : Terms.priced(item, item.unitCost(), Terms.times(price, factor));
    }
}
