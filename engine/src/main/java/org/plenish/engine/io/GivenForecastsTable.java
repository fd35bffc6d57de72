package org.plenish.engine.io;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plenish.engine.model.GivenForecast;
import org.plenish.engine.model.SkuLocation;

/** {@code forecast.csv} */
final class GivenForecastsTable extends CsvTable {

    private final Column item = required("item");
    private final Column warehouse = required("warehouse");
    private final Column periodStart = required("period_start");
    private final Column mean = required("mean");
    private final Column sd = optional("sd");

    private final References references;
    private final Once once = new Once("item, warehouse and period_start");
    private final List<GivenForecast> forecasts = new ArrayList<>();

    GivenForecastsTable(References references) {
        this.references = references;
    }

    @Override
    protected void read(CsvRow row) {
        SkuLocation location = references.location(row, item, warehouse);
        LocalDate start = row.date(periodStart);
        double meanUnits = row.number(mean, 0, CsvRow.LARGEST_WHOLE_NUMBER);
        Double sdUnits = row.numberIfGiven(sd, 0, CsvRow.LARGEST_WHOLE_NUMBER);
        if (row.isGood()) {
            once.claim(row, item, location, start);
            forecasts.add(new GivenForecast(location, start, meanUnits, sdUnits));
        }
    }

    List<GivenForecast> forecasts() {
        return forecasts;
    }
}
