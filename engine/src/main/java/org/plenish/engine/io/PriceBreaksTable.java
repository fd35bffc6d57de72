package org.plenish.engine.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plenish.engine.io.ImportProblem.Severity;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.PriceBreak;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.UnitPrice;

/** {@code price_breaks.csv}: holds for every supply option of its item and supplier. */
final class PriceBreaksTable extends CsvTable {

    private record Source(ItemId item, SupplierId supplier) {}

    private final Column item = required("item");
    private final Column supplier = required("supplier");
    private final Column minQuantity = required("min_quantity");
    private final Column unitCost = required("unit_cost");

    private final References references;
    private final Once once = new Once("item, supplier and min_quantity");
    private final Map<Source, Long> lineOfUnused = new LinkedHashMap<>();
    private final Map<Source, List<PriceBreak>> breaks = new HashMap<>();

    PriceBreaksTable(References references) {
        this.references = references;
    }

    @Override
    protected void read(CsvRow row) {
        Source source = new Source(
                references.items().refer(row, item), references.suppliers().refer(row, supplier));
        int quantity = row.wholeNumber(minQuantity, 1);
        UnitPrice cost = row.unitPrice(unitCost);
        once.claim(row, item, source, quantity);
        if (row.isGood()) {
            lineOfUnused.putIfAbsent(source, row.line());
            breaks.computeIfAbsent(source, key -> new ArrayList<>()).add(new PriceBreak(quantity, cost));
        }
    }

    List<PriceBreak> of(ItemId item, SupplierId supplier) {
        Source source = new Source(item, supplier);
        lineOfUnused.remove(source);
        return breaks.getOrDefault(source, List.of());
    }

    /** Warns of breaks for which {@link #of} was never called: nobody sells the item so. */
    void warnOfUnused(ImportProblems problems) {
        lineOfUnused.forEach((source, line) -> problems.add(
                Severity.WARNING,
                "price_breaks.csv",
                line,
                supplier.name(),
                source.supplier().value(),
                "is not a supplier of " + source.item() + " in item_suppliers.csv; the price is not used",
                null));
    }
}
