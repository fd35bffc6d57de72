package org.plenish.engine.forecast.clean;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.plenish.engine.model.Series;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;

/**
 * What one SKU-location sold, and what is corrected in it before it is forecast from.
 *
 * @param soldUnits as recorded, returns of the same bucket netted; may be negative; aligned with {@code buckets}
 * @param corrections in the order in which they were made
 */
public record CorrectedHistory(
        SkuLocation location, TimeBuckets buckets, Series soldUnits, List<Correction> corrections) {

    public CorrectedHistory {
        corrections = List.copyOf(corrections);
    }

    /** Sales with all corrections made, aligned with the buckets; NaN is not known. */
    public Series demandUnits() {
        return Series.of(apply(soldUnits.toArray(), corrections));
    }

    /** The same history without the corrections that {@code undone} holds for. */
    public CorrectedHistory without(Predicate<Correction> undone) {
        return new CorrectedHistory(
                location,
                buckets,
                soldUnits,
                corrections.stream().filter(undone.negate()).toList());
    }

    /** A sentence for each kind of correction that a planner would want to know of before looking at the single ones. */
    public List<String> summary() {
        Map<CorrectionKind, Integer> counts = new EnumMap<>(CorrectionKind.class);
        corrections.forEach(correction -> counts.merge(correction.kind(), 1, Integer::sum));
        List<String> sentences = new ArrayList<>();
        counts.forEach((kind, count) -> {
            if (kind == CorrectionKind.OUTLIER) {
                sentences.add(count + (count == 1 ? " single order" : " single orders")
                        + " out of all proportion counted only in part.");
            }
        });
        return sentences;
    }

    /** A copy of {@code units} with the corrections made, one after the other. */
    static double[] apply(double[] units, List<Correction> corrections) {
        double[] corrected = units.clone();
        for (Correction correction : corrections) {
            corrected[correction.bucket()] = correction.applyTo(corrected[correction.bucket()]);
        }
        return corrected;
    }
}
