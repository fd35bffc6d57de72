package org.plenish.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.plenish.engine.plan.TeaFixture.NORTH;
import static org.plenish.engine.plan.UncertainTea.dataset;
import static org.plenish.engine.plan.UncertainTea.plan;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenish.engine.inventory.PeriodicReviewReorderPoint;
import org.plenish.engine.math.Normal;
import org.plenish.engine.plan.StockServiceCurve.Point;

class StockServiceCurvesTest {

    private static StockServiceCurve north() {
        return StockServiceCurves.of(
                dataset(1), plan(4), location -> location.location().equals(NORTH), 2);
    }

    @Test
    void moreServiceNeverTakesLessStock() {
        List<Point> points = north().points();
        for (int i = 1; i < points.size(); i++) {
            Point less = points.get(i - 1);
            Point more = points.get(i);
            assertThat(more.serviceTarget()).isGreaterThan(less.serviceTarget());
            assertThat(more.stockValue()).isGreaterThanOrEqualTo(less.stockValue());
            assertThat(more.safetyStockValue()).isGreaterThanOrEqualTo(less.safetyStockValue());
            assertThat(more.fillRate()).isGreaterThanOrEqualTo(less.fillRate());
            assertThat(more.cycleService()).isGreaterThanOrEqualTo(less.cycleService());
        }
        assertThat(points.get(points.size() - 1).stockValue())
                .isGreaterThan(points.get(0).stockValue());
    }

    /**
     * 10 a week, σ of two weeks 6, lead time and review a week each, lead time ± 1 day, cost 2.00, cycle service 0.95: σ
     * = √(36 + (10/7)²) = 6.1678, z·σ = 10.145, s = 31, S = s + 12.
     */
    @Test
    void anArticleWithNormalDemandKeepsAndServesWhatTheoryTells() {
        Point point = north().points().stream()
                .filter(found -> found.serviceTarget() == 0.95)
                .findFirst()
                .orElseThrow();

        double ofLeadTime = Math.hypot(4, 10 / 7.0);
        double ofProtection = Math.hypot(6, 10 / 7.0);
        PeriodicReviewReorderPoint theory =
                new PeriodicReviewReorderPoint(new Normal(10, ofLeadTime), new Normal(20, ofProtection), 10);
        assertThat(point.fillRate()).isCloseTo(theory.fillRate(31, 12), within(1e-9));
        assertThat(point.stockValue()).isCloseTo(2 * theory.averageUnits(31, 12), within(1e-9));
        assertThat(point.safetyStockValue()).isEqualTo(22); // 10.145 up, at 2.00
        assertThat(point.cycleService())
                .isCloseTo(new Normal(20, ofProtection).cumulativeProbability(31), within(1e-9));
    }

    @Test
    void aTargetIsReadFromIt() {
        StockServiceCurve curve = north();
        Point served = curve.findForFillRate(0.99).orElseThrow();
        assertThat(served.fillRate()).isGreaterThanOrEqualTo(0.99);
        assertThat(curve.points().stream().filter(point -> point.fillRate() >= 0.99))
                .allMatch(point -> point.stockValue() >= served.stockValue());
        assertThat(curve.findForFillRate(1.1)).isEmpty();

        Point affordable = curve.findForStockValue(served.stockValue()).orElseThrow();
        assertThat(affordable.stockValue()).isLessThanOrEqualTo(served.stockValue());
        assertThat(affordable.fillRate()).isGreaterThanOrEqualTo(served.fillRate());
        assertThat(curve.findForStockValue(0)).isEmpty();
    }

    @Test
    void theWholeAddsUpItsParts() {
        StockServiceCurve whole = StockServiceCurves.of(dataset(1), plan(4), location -> true, 1);
        StockServiceCurve south = StockServiceCurves.of(
                dataset(1), plan(4), location -> !location.location().equals(NORTH), 1);

        assertThat(whole.locations()).isEqualTo(2);
        assertThat(whole.current().stockValue())
                .isCloseTo(north().current().stockValue() + south.current().stockValue(), within(1e-9));
        double fillRate =
                (10 * north().current().fillRate() + 4 * south.current().fillRate()) / 14; // by demand
        assertThat(whole.current().fillRate()).isCloseTo(fillRate, within(1e-9));
        assertThat(whole.current().serviceTarget()).isCloseTo(0.95, within(1e-12));
    }

    @Test
    void curvesByGroupAreThoseOfEachGroupByItself() {
        Map<String, StockServiceCurve> curves = StockServiceCurves.byGroup(
                dataset(1),
                plan(4),
                location -> location.location().equals(NORTH) ? List.of("all", "north") : List.of("all"),
                2);
        assertThat(curves)
                .containsOnlyKeys("all", "north")
                .containsEntry("north", north())
                .containsEntry("all", StockServiceCurves.of(dataset(1), plan(4), location -> true, 1));
    }

    @Test
    void aCurveOfNothingServesAll() {
        StockServiceCurve nothing = StockServiceCurves.of(dataset(1), plan(4), location -> false, 1);
        assertThat(nothing.locations()).isZero();
        assertThat(nothing.current().fillRate()).isEqualTo(1);
        assertThat(nothing.current().stockValue()).isZero();
    }
}
