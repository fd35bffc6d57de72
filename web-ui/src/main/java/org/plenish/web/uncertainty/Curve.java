package org.plenish.web.uncertainty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stock-to-service curve.
 *
 * @param locations how many SKU-locations are in it
 * @param points by rising service, today's among them
 */
public record Curve(CurveKey of, int locations, List<CurvePoint> points) {

    public Curve {
        points = List.copyOf(points);
    }

    /** From what is stored: arrays along the curve, and today's point. */
    static Curve of(
            CurveKey key,
            int locations,
            List<Double> targets,
            List<Double> stock,
            List<Double> safetyStock,
            List<Double> fillRate,
            List<Double> cycleService,
            CurvePoint now) {
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            points.add(new CurvePoint(
                    targets.get(i),
                    stock.get(i),
                    safetyStock.get(i),
                    fillRate.get(i),
                    cycleService.get(i),
                    false,
                    stock.get(i) - now.stockValue()));
        }
        points.add(now);
        points.sort(Comparator.comparingDouble(CurvePoint::fillRate)
                .thenComparingDouble(CurvePoint::stockValue)
                .thenComparingDouble(CurvePoint::serviceTarget));
        return new Curve(key, locations, points);
    }

    public CurvePoint now() {
        return points.stream().filter(CurvePoint::now).findFirst().orElseThrow();
    }

    /** The best service for no more stock than today's; null: even the least target takes more. */
    public @Nullable CurvePoint forSameStock() {
        return points.stream()
                .filter(point -> !point.now() && point.stockValue() <= now().stockValue())
                .max(Comparator.comparingDouble(CurvePoint::stockValue))
                .orElse(null);
    }

    /** The least stock for no less service than today's; null: no target reaches it. */
    public @Nullable CurvePoint forSameService() {
        return points.stream()
                .filter(point -> !point.now() && point.fillRate() >= now().fillRate())
                .min(Comparator.comparingDouble(CurvePoint::stockValue))
                .orElse(null);
    }
}
