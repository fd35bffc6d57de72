package org.plenish.engine.forecast.clean;

import java.util.ArrayList;
import java.util.List;
import org.plenish.engine.model.DemandHistory;

/** A history while it is cleaned: its values now, and how they came from the recorded ones. */
final class HistoryInWork {

    private final DemandHistory history;
    private final double[] units;
    private final List<Correction> corrections = new ArrayList<>();

    HistoryInWork(DemandHistory history) {
        this.history = history;
        units = history.soldUnits().toArray();
    }

    DemandHistory history() {
        return history;
    }

    /** As corrected so far; oldest first; NaN is not known; to be read only. */
    double[] units() {
        return units;
    }

    /** Nothing happens where the bucket is that already, or is not known. */
    void correct(int bucket, CorrectionKind kind, double toUnits, String reason) {
        double from = units[bucket];
        if (!Double.isNaN(from) && Double.doubleToLongBits(from) != Double.doubleToLongBits(toUnits)) {
            corrections.add(new Correction(bucket, kind, from, toUnits, reason));
            units[bucket] = toUnits;
        }
    }

    CorrectedHistory corrected() {
        return new CorrectedHistory(history.location(), history.buckets(), history.soldUnits(), corrections);
    }
}
