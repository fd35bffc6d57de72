package org.plenish.web.scenario;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.plan.scenario.Driver;
import org.plenish.engine.plan.scenario.Measure;

/**
 * What a run of a scenario has found, as it is stored: its figures and those of its base.
 *
 * @param baseKey the same of two results that stand beside the same base
 * @param effects of each driver alone
 * @param together what the drivers do beyond that; null if there is one driver at most
 * @param lines that change most, the farthest first
 * @param changed how many lines change
 */
public record ScenarioResult(
        String currency,
        LocalDate planDate,
        BucketSize bucket,
        int buckets,
        String baseKey,
        boolean cutShort,
        Column base,
        Column scenario,
        List<Effect> effects,
        @Nullable Together together,
        List<Line> lines,
        int changed) {

    public ScenarioResult {
        effects = List.copyOf(effects);
        lines = List.copyOf(lines);
    }

    /** One of two plans. */
    public record Column(List<Figure> figures, List<Period> periods) {

        public Column {
            figures = List.copyOf(figures);
            periods = List.copyOf(periods);
        }
    }

    /** @param value null: it means nothing for this plan */
    public record Figure(
            String id,
            String label,
            Measure.Unit unit,
            @Nullable Double value) {}

    /**
     * A bucket.
     *
     * @param stock projected at its end, at unit cost
     * @param cashAvailable up to its end, where unspent cash carries forward; null without a limit
     * @param cashCommitted likewise
     */
    public record Period(
            LocalDate start,
            double stock,
            @Nullable Double cashAvailable,
            @Nullable Double cashCommitted) {}

    /** Changes of average stock and of expected cost, in currency units. */
    public record Effect(Driver driver, BigDecimal stock, double cost) {}

    /** Likewise, of all drivers together beyond what each does alone. */
    public record Together(BigDecimal stock, double cost) {}

    /** A line whose average stock or purchases change; amounts in currency units. */
    public record Line(
            String item,
            String description,
            String warehouse,
            BigDecimal stockBefore,
            BigDecimal stockAfter,
            BigDecimal ordersBefore,
            BigDecimal ordersAfter) {

        public BigDecimal stockChange() {
            return stockAfter.subtract(stockBefore);
        }

        public BigDecimal ordersChange() {
            return ordersAfter.subtract(ordersBefore);
        }
    }
}
