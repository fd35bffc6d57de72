package org.plenish.engine.forecast.clean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;

/** The histories of a dataset, cleaned, and what was taken out of them that the future has to get back. */
public final class CleanHistories {

    private final Map<ItemId, Item> items;
    private final CorrectionSwitch corrects;
    private final int bucketsPerYear;
    private final PromotionUplift promotions;
    private final EventUplift events;
    private final Supersession supersession;
    private final ShortHistories shortHistories;
    private final CategoryShapes shapes;
    private final List<CleanSeries> series;

    private CleanHistories(
            Dataset dataset, SortedMap<SkuLocation, DemandHistory> histories, CorrectionSwitch corrects, int threads) {
        this.items = dataset.items();
        this.corrects = corrects;
        bucketsPerYear = dataset.settings().bucket().bucketsPerYear();
        PromotionCalendar calendar = new PromotionCalendar(dataset.promotions());
        List<HistoryInWork> works = InOrder.map(new ArrayList<>(histories.values()), threads, this::recorded);
        shapes = CategoryShapes.of(InOrder.map(works, threads, work -> usual(work, calendar)), bucketsPerYear);
        promotions = new PromotionUplift(calendar, this::category, works, shapes);
        works.stream().filter(work -> isWanted(work, CorrectionKind.PROMOTION)).forEach(promotions::takeOut);
        events = new EventUplift(this::category, works, shapes, calendar, threads);
        supersession = new Supersession(items.values(), bucketsPerYear);
        List<CleanSeries> alone = InOrder.map(works, threads, this::clean);
        shortHistories = new ShortHistories(alone, items, shapes, bucketsPerYear);
        series = supersession.join(alone);
    }

    /**
     * @param histories all end at the plan's date
     * @param corrects which corrections are made
     * @param threads to share the work between, 1 or more; the result does not depend on it
     */
    public static CleanHistories of(
            Dataset dataset, SortedMap<SkuLocation, DemandHistory> histories, CorrectionSwitch corrects, int threads) {
        return new CleanHistories(dataset, histories, corrects, threads);
    }

    /** In the order of the histories' keys. */
    public List<CleanSeries> series() {
        return series;
    }

    /**
     * What the expected demand of each bucket to come is multiplied by, because it was taken out of the past, and because
     * an article shares its demand with one that replaces it.
     */
    public double[] futureFactors(SkuLocation location, TimeBuckets future) {
        double[] factors = promotions.factors(location, future);
        double[] changeover = supersession.factors(location, future);
        Arrays.setAll(factors, i -> factors[i] * changeover[i]);
        if (corrects.corrects(location, CorrectionKind.EVENT)) {
            double[] events = this.events.factors(location, future);
            Arrays.setAll(factors, i -> factors[i] * events[i]);
        }
        return factors;
    }

    /**
     * What is expected of a series that is too short for methods to be compared on it, before {@link #futureFactors}.
     *
     * @return null if it is long enough, or there is nothing to go by
     */
    public @Nullable Profile profile(CleanSeries member, int horizonBuckets) {
        return member.predecessors().isEmpty() ? shortHistories.profile(member, horizonBuckets) : null;
    }

    private HistoryInWork recorded(DemandHistory history) {
        HistoryInWork work = new HistoryInWork(history);
        RecordedSales.correct(work, corrects);
        return work;
    }

    /** What tells the season: neither promotions nor what comes at another time each year. */
    private SeasonalPools.Member usual(HistoryInWork work, PromotionCalendar calendar) {
        SkuLocation location = work.history().location();
        TimeBuckets buckets = work.history().buckets();
        double[] units = work.units().clone();
        boolean[] free = calendar.free(location, buckets);
        for (int t = 0; t < units.length; t++) {
            units[t] = free[t] ? units[t] : Double.NaN;
        }
        for (CalendarEvent event : CalendarEvent.values()) {
            if (event.moves() && buckets.size() == BucketSize.WEEK) {
                double[] shares = event.shares(buckets);
                for (int t = 0; t < units.length; t++) {
                    units[t] = shares[t] > 0 ? Double.NaN : units[t];
                }
            }
        }
        return new SeasonalPools.Member(category(location.item()), units);
    }

    private CleanSeries clean(HistoryInWork work) {
        List<String> notices = new ArrayList<>();
        int count = work.units().length;
        double[] shape = shapes.of(category(work.history().location().item()), -count, count);
        if (isWanted(work, CorrectionKind.EVENT)) {
            events.takeOut(work);
        }
        if (isWanted(work, CorrectionKind.OUTLIER)) {
            Outliers.correct(work, shape, bucketsPerYear);
        }
        LevelShift shift = LevelShift.find(work.units(), shape, bucketsPerYear);
        if (shift != null) {
            if (isWanted(work, CorrectionKind.LEVEL_SHIFT)) {
                shift.takeOut(work);
            }
            notices.add(shift.sentence(work));
        }
        return new CleanSeries(work.corrected(), work.units().clone(), List.of(), notices);
    }

    private boolean isWanted(HistoryInWork work, CorrectionKind kind) {
        return corrects.corrects(work.history().location(), kind);
    }

    private String category(ItemId id) {
        Item item = items.get(id);
        return item == null ? "" : item.category();
    }
}
