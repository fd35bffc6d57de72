package org.plenish.engine.simulate.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.forecast.clean.DemandHistories;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.optimize.PlanningHorizon;
import org.plenish.engine.simulate.backtest.BacktestReport.EqualFillRate;
import org.plenish.engine.simulate.backtest.Costing.Played;
import org.plenish.engine.simulate.backtest.RuleBookReplay.Decisions;

/**
 * Replays a dataset's history, bucket by bucket, with what was known then: at the start of each bucket {@link KnownThen} is
 * forecast and judged by the rule books; on each day what is due comes, positions that are due for review are looked at, and
 * customers take what is there. Space, cash, suppliers' minimum order values, transfers and shelf life stay out of it. A pure
 * function: same dataset, contenders and settings, same report, for any number of threads.
 */
public final class BacktestRun {

    private final Dataset dataset;
    private final BacktestSettings settings;
    private final TimeBuckets replayed;

    /** @throws IllegalArgumentException if the dataset has no bucket to replay from that date on */
    public BacktestRun(Dataset dataset, BacktestSettings settings) {
        this.dataset = dataset;
        this.settings = settings;
        this.replayed = replayed(dataset, settings.from());
    }

    /** The buckets that are replayed: from the settings' date, or after a first part of history that warms the forecasts up. */
    static TimeBuckets replayed(Dataset dataset, @Nullable LocalDate from) {
        LocalDate end = dataset.settings().asOf();
        BucketSize size = dataset.settings().bucket();
        LocalDate firstSale = dataset.firstSale();
        if (firstSale == null || !firstSale.isBefore(end)) {
            throw new IllegalArgumentException("The dataset has no sales before " + end
                    + ": there is no history to replay.\nMaybe as_of in dataset.yaml is too early.");
        }
        int history = -size.between(end, firstSale);
        int count;
        if (from == null) {
            count = Math.min(size.bucketsPerYear(), history / 2);
        } else {
            if (!from.isAfter(firstSale) || !from.isBefore(end)) {
                throw new IllegalArgumentException("from: " + from + " must be after the first sale, " + firstSale
                        + ", and before the dataset's date, " + end + ".\nMaybe leave half of the history before it.");
            }
            count = -size.between(end, from);
        }
        if (count < 1) {
            throw new IllegalArgumentException("The history from " + firstSale + " to " + end + " has " + history
                    + " buckets, but must have 2 or more: one to learn from, one to replay.");
        }
        return TimeBuckets.endingAt(end, size, count);
    }

    /**
     * @param books one or more; the first one's classes and service targets are the yardstick for all, and it is replayed on
     *     the dataset as it is
     * @param simple policies to compare with; may be empty
     */
    public BacktestReport run(
            List<Contender.RuleBook> books, List<Contender.Simple> simple, BacktestListener listener) {
        try (InParallel parallel = new InParallel(settings.threads())) {
            return new Running(books, simple, listener, parallel).report();
        }
    }

    /** State of one run. */
    private final class Running {

        private final List<Contender.Simple> simple;
        private final BacktestListener listener;
        private final InParallel parallel;
        private final TrueDemand demand;
        private final Yardstick yardstick = new Yardstick(replayed.count());
        private final SharedForecasts forecasts;
        private final List<RuleBookReplay> books = new ArrayList<>();
        private final List<Map<SkuLocation, SupplyTerms>> termsByBucket = new ArrayList<>();
        private final SortedMap<SkuLocation, Integer> openingBuckets = new TreeMap<>();
        private final Map<SkuLocation, Opening> openings = new HashMap<>();

        Running(
                List<Contender.RuleBook> rivals,
                List<Contender.Simple> simple,
                BacktestListener listener,
                InParallel parallel) {
            this.simple = simple;
            this.listener = listener;
            this.parallel = parallel;
            listener.at(0, "demand");
            demand = TrueDemand.of(dataset, replayed, settings.correctedDemand(), settings.threads());
            forecasts = new SharedForecasts(rivals.get(0), settings);
            rivals.forEach(book -> {
                Dataset own = Objects.requireNonNullElse(book.changed(), dataset);
                books.add(new RuleBookReplay(book, own, newReplay(own), parallel));
            });
        }

        private Replay newReplay(Dataset own) {
            return new Replay(replayed, demand.unitsByDay(), new LeadTimes(dataset, own, settings.seed()), parallel);
        }

        BacktestReport report() {
            for (int bucket = 0; bucket < replayed.count(); bucket++) {
                listener.at(
                        (double) bucket / replayed.count(),
                        replayed.start(bucket).toString());
                bucket(bucket);
            }
            Costing costing = costing(dataset);
            List<Outcome> outcomes = new ArrayList<>();
            for (RuleBookReplay book : books) {
                outcomes.add(costing(book.dataset())
                        .outcome(
                                book.book().name(),
                                book.book().description(),
                                book.replay().played()));
            }
            SimpleReplays replays =
                    new SimpleReplays(yardstick, termsByBucket, openingBuckets, openings, () -> newReplay(dataset));
            for (Contender.Simple one : simple) {
                outcomes.add(costing.outcome(
                        one.name(),
                        one.description(),
                        replays.replay(one.policy()).played()));
            }
            List<EqualFillRate> equal = new ArrayList<>();
            double wanted = outcomes.get(0).total().figures().fillRate();
            for (Contender.Simple one : simple) {
                listener.at(1, one.name() + " at equal fill rate");
                equal.add(replays.atFillRate(one.policy(), wanted, costing));
            }
            List<Played> happened = new WhatHappened(dataset, replayed, demand.unitsByDay()).played(openingBuckets);
            return new BacktestReport(
                    dataset.settings(),
                    replayed,
                    settings.seed(),
                    settings.correctedDemand(),
                    demand.corrections(openingBuckets.keySet()),
                    openingBuckets.size(),
                    (int) openings.values().stream()
                            .filter(opening -> !opening.noted())
                            .count(),
                    notBought(),
                    neverKnown(),
                    outcomes,
                    happened.isEmpty()
                            ? null
                            : costing.outcome(
                                    "happened", "What really came to pass, as far as it was noted.", happened),
                    happened.size(),
                    equal);
        }

        private Costing costing(Dataset own) {
            return new Costing(own, replayed, yardstick, demand.unitsByDay());
        }

        private void bucket(int bucket) {
            Dataset known = withKnownLocations(KnownThen.of(dataset, replayed.start(bucket)));
            SortedMap<SkuLocation, DemandHistory> histories = DemandHistories.build(known, settings.threads());
            World base = new World(known, terms(known, histories));
            List<World> worlds = books.stream()
                    .map(book -> book.dataset() == dataset ? base : changed(book.dataset(), bucket, histories))
                    .toList();
            TimeBuckets future = worlds.stream()
                    .map(world -> PlanningHorizon.of(world.known()))
                    .max(Comparator.comparingInt(TimeBuckets::count))
                    .orElseThrow();
            SortedMap<SkuLocation, Forecast> expected = forecasts.next(known, histories, future);
            termsByBucket.add(base.terms());
            open(bucket, base, worlds, expected);
            for (int i = 0; i < books.size(); i++) {
                RuleBookReplay book = books.get(i);
                Decisions decisions = book.decide(
                        worlds.get(i).known(),
                        histories,
                        i == 0 ? expected : forecasts.of(book.book(), known, histories, future),
                        worlds.get(i).terms());
                if (i == 0) {
                    yardstick.note(bucket, decisions.profiles(), decisions.choices());
                }
                book.replay().replay(bucket, decisions.standings());
            }
        }

        private World changed(Dataset own, int bucket, SortedMap<SkuLocation, DemandHistory> histories) {
            Dataset known = withKnownLocations(KnownThen.of(own, replayed.start(bucket)));
            return new World(known, terms(known, histories));
        }

        private void open(int bucket, World base, List<World> worlds, SortedMap<SkuLocation, Forecast> expected) {
            expected.forEach((location, forecast) -> {
                SupplyTerms usual = base.terms().get(location);
                if (usual != null && !openingBuckets.containsKey(location)) {
                    Opening opening = Opening.of(base.known(), location, forecast, usual, bucket == 0);
                    openingBuckets.put(location, bucket);
                    openings.put(location, opening);
                    for (int i = 0; i < books.size(); i++) {
                        SupplyTerms own = worlds.get(i).terms().getOrDefault(location, usual);
                        books.get(i)
                                .replay()
                                .open(
                                        location,
                                        own.equals(usual)
                                                ? opening
                                                : Opening.of(base.known(), location, forecast, own, bucket == 0),
                                        own);
                    }
                }
            });
        }

        private int notBought() {
            SupplyTerms.Finder finder = new SupplyTerms.Finder(dataset);
            return (int) demand.unitsByDay().keySet().stream()
                    .filter(location -> !openingBuckets.containsKey(location)
                            && finder.find(location).isEmpty())
                    .count();
        }

        private int neverKnown() {
            return demand.unitsByDay().size() - openingBuckets.size() - notBought();
        }
    }

    /** What one rule book knows at the start of a bucket, and on what terms it buys. */
    private record World(Dataset known, Map<SkuLocation, SupplyTerms> terms) {}

    /** With a place for the stock of each SKU-location that was known. */
    private static Dataset withKnownLocations(Dataset known) {
        SortedSet<SkuLocation> locations = new TreeSet<>(known.sales().keySet());
        locations.addAll(known.stockHistory().keySet());
        known.openPurchaseOrders().stream().map(OpenPurchaseOrder::location).forEach(locations::add);
        SortedMap<SkuLocation, StockPosition> stock = new TreeMap<>();
        locations.forEach(location -> stock.put(location, StockPosition.empty(location)));
        return KnownThen.withStock(known, stock, known.openPurchaseOrders());
    }

    private static Map<SkuLocation, SupplyTerms> terms(Dataset known, SortedMap<SkuLocation, DemandHistory> histories) {
        SupplyTerms.Finder finder = new SupplyTerms.Finder(known);
        Map<SkuLocation, SupplyTerms> terms = new HashMap<>();
        histories.keySet().forEach(location -> finder.find(location).ifPresent(found -> terms.put(location, found)));
        return terms;
    }
}
