package org.plenish.engine.forecast.clean;

import java.time.LocalDate;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.Series;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;

/** Weekly histories from literal numbers. */
final class HistoryFixture {

    static final LocalDate AS_OF = LocalDate.parse("2026-11-23");
    static final SkuLocation KETTLE = SkuLocation.of("KETTLE", "LEEDS");

    private HistoryFixture() {}

    /** Always in stock, so demand is what was sold. */
    static DemandHistory history(double... units) {
        return new DemandHistory(
                KETTLE,
                TimeBuckets.endingAt(AS_OF, BucketSize.WEEK, units.length),
                Series.of(units),
                Series.constant(units.length, 1),
                Series.of(units));
    }

    static HistoryInWork inWork(double... units) {
        return new HistoryInWork(history(units));
    }
}
