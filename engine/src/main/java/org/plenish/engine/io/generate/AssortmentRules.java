package org.plenish.engine.io.generate;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Lifecycle;
import org.plenish.engine.model.Promotion;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.model.WarehouseId;

/**
 * Invents the articles: names, prices, true demand and life. The figures of the class are those that
 * {@link DatasetGenerator} measured on real sales, or fitted to them.
 */
final class AssortmentRules {

    /** Units a week of the median article on sale, all warehouses; ended and new ones lower the measured median. */
    private static final double MEDIAN_WEEKLY_UNITS = 9;

    /** Spread of weekly units: with it the top 20 % of the articles hold about three quarters of the units. */
    private static final double WEEKLY_UNITS_SIGMA = 1.45;

    /** Spread of prices in a category; over all categories the logarithm then spreads by about 1.0. */
    private static final double PRICE_SIGMA = 0.8;

    /** Of the logarithms of price and units: dear things sell less. */
    private static final double PRICE_UNITS_CORRELATION = -0.35;

    private static final double MEDIAN_ORDER_UNITS = 5;
    private static final double CENTRAL_SHARE = 0.46;

    private static final double LAUNCHED_LATER_SHARE = 0.20;
    private static final double ENDED_SHARE = 0.12;
    private static final double SUPERSEDING_SHARE = 0.025;
    private static final double PROMOTED_SHARE = 0.30;
    private static final int NEW_DAYS = 90;

    private static final double[] PRICE_POINTS = {
        0.19, 0.29, 0.42, 0.55, 0.65, 0.85, 1.05, 1.25, 1.45, 1.65, 1.95, 2.25, 2.55, 2.95, 3.45, 3.75, 4.25, 4.95,
        5.95, 6.75, 7.95, 8.95, 9.95, 11.95, 14.95, 16.95, 19.95, 24.95, 29.95, 39.95, 49.95, 64.95, 79.95, 99.95
    };

    private final long seed;
    private final LocalDate firstDay;
    private final LocalDate asOf;
    private final List<WarehouseId> warehouses;
    private final ProductNames names = new ProductNames();

    /** @param warehouses the central one first */
    AssortmentRules(long seed, LocalDate firstDay, LocalDate asOf, List<WarehouseId> warehouses) {
        this.seed = seed;
        this.firstDay = firstDay;
        this.asOf = asOf;
        this.warehouses = List.copyOf(warehouses);
    }

    List<GeneratedArticle> articles(int count) {
        List<GeneratedArticle> articles = new ArrayList<>();
        GeneratedArticle previous = null;
        for (int index = 0; index < count; index++) {
            boolean supersedes = previous != null
                    && previous.fadesFrom() == null
                    && previous.lastDay() == null
                    && previous.firstDay().equals(firstDay)
                    && random("supersedes", index).chance(SUPERSEDING_SHARE);
            GeneratedArticle article = supersedes && previous != null ? successor(previous, index) : article(index);
            if (supersedes && previous != null) {
                articles.set(index - 1, superseded(previous, article));
            }
            articles.add(article);
            previous = article;
        }
        return articles;
    }

    private KeyedRandom random(String what, int index) {
        return KeyedRandom.of(seed, what, Integer.toString(index));
    }

    private static ItemId id(ProductCategory category, int index) {
        return new ItemId(String.format(Locale.ROOT, "%s-%05d", category.name().substring(0, 3), 10_001 + index));
    }

    private GeneratedArticle article(int index) {
        KeyedRandom random = random("article", index);
        ProductCategory category = ProductCategory.draw(random);
        double priceDeviation = random.gaussian();
        double price = pricePoint(category.medianPrice() * StrictMath.exp(PRICE_SIGMA * priceDeviation));
        double unitsDeviation = PRICE_UNITS_CORRELATION * priceDeviation
                + StrictMath.sqrt(1 - PRICE_UNITS_CORRELATION * PRICE_UNITS_CORRELATION) * random.gaussian();
        double weeklyUnits = MEDIAN_WEEKLY_UNITS * StrictMath.exp(WEEKLY_UNITS_SIGMA * unitsDeviation);
        LocalDate first = firstDay;
        if (random.chance(LAUNCHED_LATER_SHARE)) {
            first = firstDay.plusDays((long) (random.uniform(0.15, 0.97) * historyDays()));
        }
        LocalDate last = null;
        if (first.equals(firstDay) && random.chance(ENDED_SHARE)) {
            last = firstDay.plusDays((long) (random.uniform(0.3, 0.98) * historyDays()));
        }
        boolean forgotten = random.chance(0.3); // nobody told the master data
        Lifecycle lifecycle = first.isAfter(asOf.minusDays(NEW_DAYS))
                ? Lifecycle.NEW
                : last == null || forgotten ? Lifecycle.ACTIVE : Lifecycle.DISCONTINUED;
        Item item = item(id(category, index), names.next(category), category, price, lifecycle, first, null, random);
        SortedMap<WarehouseId, Double> shares = shares(weeklyUnits, random);
        return new GeneratedArticle(
                item,
                category,
                weeklyUnits,
                orderUnits(weeklyUnits, price, random),
                seasonStrength(category, random),
                0.04 + 0.12 * random.gaussian(),
                first,
                last,
                null,
                shares,
                promotions(item.id(), random("promotions", index)));
    }

    private long historyDays() {
        return asOf.toEpochDay() - firstDay.toEpochDay();
    }

    private static double orderUnits(double weeklyUnits, double price, KeyedRandom random) {
        double relativeUnits = StrictMath.pow(weeklyUnits / MEDIAN_WEEKLY_UNITS, 0.35);
        double relativePrice = StrictMath.pow(price / 2, -0.3);
        return Math.max(
                1, Math.min(200, MEDIAN_ORDER_UNITS * relativeUnits * relativePrice * random.logNormal(1, 0.4)));
    }

    private static double seasonStrength(ProductCategory category, KeyedRandom random) {
        double draw = random.uniform(0.5, 1.3);
        return SeasonProfile.of(category) == SeasonProfile.USUAL ? draw : 1;
    }

    private Item item(
            ItemId id,
            String description,
            ProductCategory category,
            double price,
            Lifecycle lifecycle,
            LocalDate first,
            @Nullable ItemId replacedBy,
            KeyedRandom random) {
        ItemRules.Drawn drawn = ItemRules.draw(category, price, random);
        return new Item(
                id,
                description,
                category.label(),
                SupplyRules.cost(drawn.unitCost()),
                new UnitPrice(BigDecimal.valueOf(price).setScale(2)),
                drawn.unitVolumeM3(),
                drawn.unitWeightKg(),
                category.shelfLifeDays() == 0 ? null : category.shelfLifeDays(),
                lifecycle,
                replacedBy,
                category.storageClass(),
                "each",
                first.equals(firstDay) ? null : first,
                null);
    }

    /** Takes over its predecessor's demand, in a new edition at the same price. */
    private GeneratedArticle successor(GeneratedArticle predecessor, int index) {
        KeyedRandom random = random("article", index);
        LocalDate launch = asOf.minusDays(random.between(21, 150));
        Item old = predecessor.item();
        Item item = item(
                id(predecessor.category(), index),
                old.description() + ", new edition",
                predecessor.category(),
                price(old),
                launch.isAfter(asOf.minusDays(NEW_DAYS)) ? Lifecycle.NEW : Lifecycle.ACTIVE,
                launch,
                null,
                random);
        return new GeneratedArticle(
                item,
                predecessor.category(),
                predecessor.weeklyUnits() * 0.8,
                predecessor.orderUnits(),
                predecessor.seasonStrength(),
                predecessor.yearlyGrowth(),
                launch,
                null,
                null,
                predecessor.shareByWarehouse(),
                List.of());
    }

    private static double price(Item item) {
        UnitPrice price = item.unitPrice();
        return price == null ? 0 : price.toDouble();
    }

    private static GeneratedArticle superseded(GeneratedArticle article, GeneratedArticle successor) {
        Item item = article.item();
        Item leaving = item.with(Lifecycle.PHASE_OUT, successor.item().id(), item.likeItem());
        return new GeneratedArticle(
                leaving,
                article.category(),
                article.weeklyUnits(),
                article.orderUnits(),
                article.seasonStrength(),
                article.yearlyGrowth(),
                article.firstDay(),
                null,
                successor.firstDay(),
                article.shareByWarehouse(),
                article.promotions());
    }

    /** The central warehouse stocks everything, the others what sells. */
    private SortedMap<WarehouseId, Double> shares(double weeklyUnits, KeyedRandom random) {
        double stocked =
                Math.max(0.35, Math.min(0.98, 0.85 + 0.08 * StrictMath.log(weeklyUnits / MEDIAN_WEEKLY_UNITS)));
        SortedMap<WarehouseId, Double> weights = new TreeMap<>();
        for (int i = 0; i < warehouses.size(); i++) {
            double draw = random.logNormal(1, 0.5);
            boolean isStocked = i == 0 || random.chance(stocked);
            if (isStocked) {
                weights.put(warehouses.get(i), draw * typicalShare(i));
            }
        }
        double total =
                weights.values().stream().mapToDouble(Double::doubleValue).sum();
        weights.replaceAll((warehouse, weight) -> weight / total);
        return weights;
    }

    /** The central one has nearly half; the others the rest, the first of them most. */
    private double typicalShare(int index) {
        if (index == 0) {
            return CENTRAL_SHARE;
        }
        double weights = 0;
        for (int i = 1; i < warehouses.size(); i++) {
            weights += StrictMath.pow(i, -0.7);
        }
        return (1 - CENTRAL_SHARE) * StrictMath.pow(index, -0.7) / weights;
    }

    /** One or two weeks, about once a year for some articles, and a few of the weeks to come. */
    private List<Promotion> promotions(ItemId item, KeyedRandom random) {
        List<Promotion> promotions = new ArrayList<>();
        if (!random.chance(PROMOTED_SHARE)) {
            return promotions;
        }
        int years = (int) Math.max(1, historyDays() / 365);
        for (int i = 0; i < years; i++) {
            promotions.add(promotion(item, (long) (random.uniform() * historyDays()) - historyDays(), random));
        }
        if (random.chance(0.3)) {
            promotions.add(promotion(item, random.between(3, 70), random));
        }
        promotions.sort(Comparator.comparing(Promotion::from));
        return promotions;
    }

    private Promotion promotion(ItemId item, long daysFromAsOf, KeyedRandom random) {
        LocalDate monday = asOf.plusDays(daysFromAsOf).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        LocalDate sunday = monday.plusDays(7L * random.between(1, 2) - 1);
        return new Promotion(item, null, monday, sunday, SupplyRules.roundTo(1, random.uniform(1.4, 2.8)));
    }

    private static double pricePoint(double price) {
        double nearest = PRICE_POINTS[0];
        for (double point : PRICE_POINTS) {
            if (Math.abs(point - price) < Math.abs(nearest - price)) {
                nearest = point;
            }
        }
        return nearest;
    }
}
