package org.plenish.engine.simulate.sample;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.inventory.OrderLattice;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.Series;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.simulate.sample.ArticleModel.Arrival;
import org.plenish.engine.simulate.sample.ArticleModel.Move;
import org.plenish.engine.simulate.sample.ArticleModel.Reorder;
import org.plenish.engine.simulate.sample.ArticleModel.Site;
import org.plenish.engine.simulate.sample.SimulationSettings.Conduct;

/** Small articles whose futures are looked at. */
final class Articles {

    static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    static final RandomStream SHIPMENT = RandomStream.of(3, "shipment", "NEAR");

    private Articles() {}

    static TimeBuckets weeks(int count) {
        return new TimeBuckets(MONDAY, BucketSize.WEEK, count);
    }

    static SimulationSettings settings(int paths) {
        return new SimulationSettings(5, paths, 2, Conduct.AS_PLANNED);
    }

    static Site site(String warehouse, int weeks, double meanUnits, double sdUnits, int initialUnits) {
        return site(warehouse, weeks, meanUnits, sdUnits, 0, initialUnits, null);
    }

    static Site site(
            String warehouse,
            int weeks,
            double meanUnits,
            double sdUnits,
            double errorCorrelation,
            int initialUnits,
            @Nullable Reorder reorder) {
        return new Site(
                SkuLocation.of("TEA", warehouse),
                Series.constant(weeks, meanUnits),
                Series.constant(weeks, sdUnits),
                errorCorrelation,
                new int[weeks],
                initialUnits,
                2,
                0.01,
                0.5,
                3,
                0.2,
                reorder);
    }

    static Reorder reorder(OrderRule rule, int leadTimeDays, double leadTimeSdDays) {
        return new Reorder(rule, OrderLattice.ANY, 1, leadTimeDays, leadTimeSdDays, SHIPMENT, -1, 1.5, 4);
    }

    /** Ordered on a day after the plan's date. */
    static Arrival arrival(int site, int units, int orderDay, int leadTimeDays, double leadTimeSdDays) {
        return new Arrival(
                site,
                units,
                orderDay,
                leadTimeDays,
                leadTimeSdDays,
                SHIPMENT,
                orderDay,
                Math.floorDiv(orderDay, 7),
                units * 1.5,
                4);
    }

    static ArticleModel alone(Site site, Arrival... arrivals) {
        return new ArticleModel(List.of(site), List.of(arrivals), List.of());
    }

    static ArticleModel moving(Site from, Site to, Move... moves) {
        return new ArticleModel(List.of(from, to), List.of(), List.of(moves));
    }
}
