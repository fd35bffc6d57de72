package org.plenish.web.cli;

import java.util.Locale;
import org.plenish.engine.model.Dataset;

/** A dataset in one line. */
final class DatasetSummary {

    private DatasetSummary() {}

    static String of(Dataset dataset) {
        return String.format(
                Locale.ROOT,
                "%s, %s: %,d items, %,d warehouses, %,d suppliers, %,d SKU-locations with sales",
                dataset.settings().name(),
                dataset.settings().asOf(),
                dataset.items().size(),
                dataset.warehouses().size(),
                dataset.suppliers().size(),
                dataset.sales().size());
    }
}
