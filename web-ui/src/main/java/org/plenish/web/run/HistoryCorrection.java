package org.plenish.web.run;

import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.clean.Correction;
import org.plenish.engine.forecast.clean.CorrectionKind;

/**
 * A change of one bucket of history, as it is stored.
 *
 * @param bucket index into the stored history
 * @param toUnits null: not known
 */
public record HistoryCorrection(
        int bucket,
        CorrectionKind kind,
        double fromUnits,
        @Nullable Double toUnits,
        String reason) {

    static HistoryCorrection of(Correction correction) {
        double to = correction.toUnits();
        return new HistoryCorrection(
                correction.bucket(),
                correction.kind(),
                correction.fromUnits(),
                Double.isNaN(to) ? null : to,
                correction.reason());
    }
}
