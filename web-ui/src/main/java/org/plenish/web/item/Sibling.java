package org.plenish.web.item;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.TimeBuckets;

/**
 * The same article at one of the warehouses; forecast in units a bucket.
 *
 * @param points projected stock, a bucket each
 */
public record Sibling(
        String warehouse,
        String warehouseName,
        String abcClass,
        String status,
        int onHandUnits,
        int onOrderUnits,
        double coverDays,
        double forecastUnits,
        int safetyStockUnits,
        int reorderPointUnits,
        int boughtUnits,
        int movedInUnits,
        int movedOutUnits,
        @Nullable LocalDate firstStockoutAfter,
        List<Point> points) {

    public Sibling {
        points = List.copyOf(points);
    }

    /**
     * Stock at the end of one bucket.
     *
     * @param before without the proposals; negative: owed to customers
     * @param after with them
     */
    public record Point(LocalDate start, int before, int after, int safetyStock) {

        public boolean isShort() {
            return after < 0;
        }
    }

    static List<Point> points(
            TimeBuckets future, List<Integer> before, List<Integer> after, List<Integer> safetyStock) {
        return IntStream.range(0, future.count())
                .mapToObj(t -> new Point(future.start(t), before.get(t), after.get(t), safetyStock.get(t)))
                .toList();
    }
}
