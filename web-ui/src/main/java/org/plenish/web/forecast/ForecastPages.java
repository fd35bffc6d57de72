package org.plenish.web.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.web.forecast.ForecastPage.Line;
import org.plenish.web.forecast.ForecastPage.Part;
import org.plenish.web.forecast.ForecastPage.Past;
import org.plenish.web.forecast.ForecastPage.Total;
import org.plenish.web.shared.PlanHeader;
import org.springframework.stereotype.Component;

/** Collects what the page of one level shows. */
@Component
class ForecastPages {

    private final ForecastQueries queries;
    private final ForecastStore store;

    ForecastPages(ForecastQueries queries, ForecastStore store) {
        this.queries = queries;
        this.store = store;
    }

    /**
     * Empty if the plan has nothing of the level.
     *
     * @param form what was typed into the cells
     * @param amounts the same as it was read, one entry a bucket; null: nothing, or it cannot be read
     */
    Optional<ForecastPage> find(PlanHeader plan, ForecastForm form, @Nullable List<Optional<AmountText>> amounts) {
        return queries.find(plan, form.level()).map(view -> page(plan, view, form, amounts));
    }

    private ForecastPage page(
            PlanHeader plan, LevelView view, ForecastForm form, @Nullable List<Optional<AmountText>> amounts) {
        TimeBuckets buckets = plan.buckets();
        NextPlan next = NextPlan.of(view, buckets, store.standing(), queries.begun(plan.runId()));
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < buckets.count(); i++) {
            Optional<AmountText> typed = amounts == null ? Optional.empty() : amounts.get(i);
            double standing = next.units().get(i);
            lines.add(new Line(
                    buckets.start(i),
                    buckets.start(i + 1).minusDays(1),
                    i < view.sold().size() ? view.sold().get(i) : 0,
                    view.statistical().get(i),
                    view.planned().get(i),
                    typed.map(text -> text.applyTo(standing)).orElse(standing),
                    form.cell(buckets.start(i)),
                    typed.isPresent()));
        }
        return new ForecastPage(view, past(plan, view), lines, next, spread(plan, view, next, lines), total(lines));
    }

    private static List<Past> past(PlanHeader plan, LevelView view) {
        int count = view.sold().size();
        TimeBuckets year = TimeBuckets.endingAt(plan.planDate(), plan.bucket(), count);
        return IntStream.range(0, count)
                .mapToObj(i -> new Past(year.start(i), view.sold().get(i)))
                .toList();
    }

    private static Total total(List<Line> lines) {
        return new Total(
                lines.stream().mapToDouble(Line::lastYear).sum(),
                lines.stream().mapToDouble(Line::statistical).sum(),
                lines.stream().mapToDouble(Line::planned).sum(),
                lines.stream().mapToDouble(Line::next).sum());
    }

    /** In proportion to what each part is forecast in each bucket; by numbers of SKU-locations where nothing is. */
    private List<Part> spread(PlanHeader plan, LevelView view, NextPlan next, List<Line> lines) {
        List<LevelView> parts = lines.stream().anyMatch(Line::touched) ? queries.parts(plan, view.level()) : List.of();
        if (parts.isEmpty()) {
            return List.of();
        }
        double[] before = new double[parts.size()];
        double[] after = new double[parts.size()];
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).touched()) {
                continue;
            }
            double whole = sum(parts, i);
            for (int p = 0; p < before.length; p++) {
                double share = whole > 0
                        ? parts.get(p).planned().get(i) / whole
                        : (double) parts.get(p).skuLocations() / view.skuLocations();
                before[p] += share * next.units().get(i);
                after[p] += share * lines.get(i).next();
            }
        }
        long[] wholeBefore = WholeParts.of(before);
        long[] wholeAfter = WholeParts.of(after);
        return IntStream.range(0, before.length)
                .mapToObj(p -> new Part(parts.get(p).level(), parts.get(p).name(), wholeBefore[p], wholeAfter[p]))
                .toList();
    }

    private static double sum(List<LevelView> parts, int bucket) {
        return parts.stream().mapToDouble(part -> part.planned().get(bucket)).sum();
    }

    /** The first day of each bucket of the plan. */
    static List<LocalDate> starts(PlanHeader plan) {
        return IntStream.range(0, plan.bucketCount())
                .mapToObj(plan.buckets()::start)
                .toList();
    }
}
