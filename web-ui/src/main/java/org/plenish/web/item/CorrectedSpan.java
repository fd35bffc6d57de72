package org.plenish.web.item;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.clean.CorrectionKind;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.web.run.HistoryCorrection;

/**
 * Buckets of history that follow each other and were corrected for the same reason; a single one for most.
 *
 * @param first start of the first bucket
 * @param last start of the last bucket
 * @param fromUnits sum before
 * @param toUnits sum after; null: not known
 */
public record CorrectedSpan(
        LocalDate first,
        LocalDate last,
        CorrectionKind kind,
        double fromUnits,
        @Nullable Double toUnits,
        String reason) {

    /** By bucket, oldest first. */
    static List<CorrectedSpan> of(List<HistoryCorrection> corrections, TimeBuckets history) {
        List<CorrectedSpan> spans = new ArrayList<>();
        for (CorrectionKind kind : CorrectionKind.values()) {
            CorrectedSpan open = null;
            int next = -1;
            for (HistoryCorrection correction : corrections.stream()
                    .filter(any -> any.kind() == kind)
                    .sorted(Comparator.comparingInt(HistoryCorrection::bucket))
                    .toList()) {
                LocalDate start = history.start(correction.bucket());
                CorrectedSpan alone = new CorrectedSpan(
                        start, start, kind, correction.fromUnits(), correction.toUnits(), correction.reason());
                if (open != null && correction.bucket() == next && open.reason().equals(correction.reason())) {
                    open = open.and(alone);
                } else {
                    if (open != null) {
                        spans.add(open);
                    }
                    open = alone;
                }
                next = correction.bucket() + 1;
            }
            if (open != null) {
                spans.add(open);
            }
        }
        spans.sort(Comparator.comparing(CorrectedSpan::first));
        return spans;
    }

    private CorrectedSpan and(CorrectedSpan later) {
        Double sum = toUnits == null || later.toUnits == null ? null : Double.valueOf(toUnits + later.toUnits);
        return new CorrectedSpan(first, later.last, kind, fromUnits + later.fromUnits, sum, reason);
    }
}
