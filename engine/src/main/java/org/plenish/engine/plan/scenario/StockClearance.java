package org.plenish.engine.plan.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plenish.engine.model.Lot;
import org.plenish.engine.model.StockPosition;

/**
 * Stock is sold off, given back or thrown away on the plan's date, what expires first before the rest. What that fetches or
 * costs is not in the plan.
 *
 * @param share of what is on hand, above 0 to 1
 */
record StockClearance(Selection selection, double share) implements Change {

    static final ChangeKind KIND = new ChangeKind("clearance", StockClearance::read);
    private static final double LEAST_SHARE = 0.001;

    private static StockClearance read(ChangeFields fields) {
        fields.requireSomeOf("items", "categories");
        return new StockClearance(Selection.read(fields), fields.number("share", LEAST_SHARE, 1));
    }

    @Override
    public Driver driver() {
        return Driver.STOCK;
    }

    @Override
    public String sentence() {
        return Words.number(100 * share) + " % of the stock of " + selection.words() + " is cleared.";
    }

    @Override
    public NoReplay noReplay() {
        return NoReplay.STOCK;
    }

    @Override
    public void applyTo(Draft draft) {
        draft.stock.replaceAll((location, position) ->
                selection.holds(draft.item(location.item()), location.warehouse()) ? cleared(position) : position);
    }

    private StockPosition cleared(StockPosition position) {
        int units = (int) Math.round(share * Math.max(0, position.onHandUnits()));
        int left = units;
        List<Lot> lots = new ArrayList<>();
        List<Lot> byExpiry = position.lots().stream()
                .sorted(Comparator.comparing(lot -> lot.expiresOn() == null ? LocalDate.MAX : lot.expiresOn()))
                .toList();
        for (Lot lot : byExpiry) {
            int taken = Math.min(left, Math.max(0, lot.onHandUnits()));
            left -= taken;
            if (lot.onHandUnits() > taken) {
                lots.add(new Lot(lot.lot(), lot.onHandUnits() - taken, lot.expiresOn()));
            }
        }
        return new StockPosition(
                position.location(),
                position.onHandUnits() - units,
                Math.min(position.allocatedUnits(), Math.max(0, position.onHandUnits() - units)),
                position.backorderedUnits(),
                lots);
    }
}
