package org.plenish.web.shared;

import java.time.LocalDate;
import java.util.List;

/**
 * One shared limit over the horizon.
 *
 * @param kind {@code SPACE}, {@code STORAGE_CLASS} (m³) or {@code CASH} (currency units)
 * @param name of the warehouse; blank for cash
 * @param storageClass for whose goods the space is; blank for cash and a warehouse's whole space
 */
public record LimitSeries(String kind, String name, String storageClass, List<Point> points) {

    public LimitSeries {
        points = List.copyOf(points);
    }

    /** One bucket; {@code price} is what one more unit of the limit would save, 0 where it does not bind. */
    public record Point(LocalDate periodStart, double limit, double used, double price) {}

    public boolean isCash() {
        return kind.equals("CASH");
    }

    /** The buckets in which more of it would save money, dearest first. */
    public List<Point> binding() {
        return points.stream()
                .filter(point -> point.price() > 0)
                .sorted((a, b) -> Double.compare(b.price(), a.price()))
                .toList();
    }

    /** Highest use of a bucket, as a share of its limit. */
    public double highestShare() {
        return points.stream()
                .filter(point -> point.limit() > 0)
                .mapToDouble(point -> point.used() / point.limit())
                .max()
                .orElse(Double.NaN);
    }
}
