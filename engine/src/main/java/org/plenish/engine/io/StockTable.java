package org.plenish.engine.io;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plenish.engine.model.Lot;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;

/** {@code stock.csv}: the rows of a SKU-location, one a lot, are added up to its position. */
final class StockTable extends CsvTable {

    private final Column item = required("item");
    private final Column warehouse = required("warehouse");
    private final Column onHand = required("on_hand");
    private final Column allocated = optional("allocated");
    private final Column backordered = optional("backordered");
    private final Column lot = optional("lot");
    private final Column expiresOn = optional("expires_on");

    private final References references;
    private final Once once = new Once("item, warehouse, lot and expires_on");
    private final SortedMap<SkuLocation, StockPosition> positions = new TreeMap<>();

    StockTable(References references) {
        this.references = references;
    }

    @Override
    protected void read(CsvRow row) {
        SkuLocation location = references.location(row, item, warehouse);
        int onHandUnits = row.wholeNumber(onHand, -CsvRow.LARGEST_WHOLE_NUMBER);
        int allocatedUnits = row.wholeNumberOr(allocated, 0, 0);
        int backorderedUnits = row.wholeNumberOr(backordered, 0, 0);
        String lotName = row.text(lot);
        LocalDate expiry = row.dateIfGiven(expiresOn);
        once.claim(row, item, location, lotName, expiry);
        if (!row.isGood()) {
            return;
        }
        if (onHandUnits < 0) {
            row.warning(onHand, "is below zero and is planned as 0", "a receipt has not been booked yet: count again");
        }
        StockPosition before = positions.getOrDefault(location, StockPosition.empty(location));
        List<Lot> lots = new ArrayList<>(before.lots());
        if (!lotName.isEmpty() || expiry != null) {
            lots.add(new Lot(lotName, onHandUnits, expiry));
        }
        try {
            StockPosition after = new StockPosition(
                    location,
                    Math.addExact(before.onHandUnits(), onHandUnits),
                    Math.addExact(before.allocatedUnits(), allocatedUnits),
                    Math.addExact(before.backorderedUnits(), backorderedUnits),
                    lots);
            positions.put(location, after);
        } catch (ArithmeticException e) {
            row.error(onHand, "must not add up with the other lots to more than " + Integer.MAX_VALUE, null);
        }
    }

    SortedMap<SkuLocation, StockPosition> positions() {
        return positions;
    }
}
