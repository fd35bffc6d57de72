package org.plenish.engine.io.generate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.PriceBreak;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.UnitPrice;

/**
 * Who supplies an article and on which terms. A supplier's terms are drawn for its name, an article's for its own: the
 * article goes to the supplier with the highest draw (rendezvous hashing), so a further supplier takes some articles
 * over and leaves the others where they are.
 */
final class SupplyRules {

    static final int FEWEST_SUPPLIERS = 12;
    static final int MOST_SUPPLIERS = 30;
    private static final int ITEMS_PER_SUPPLIER = 160;

    /** A carton holds about so many weeks' demand of one warehouse, or less where it is bulky. */
    private static final double WEEKS_IN_CARTON = 3;

    /** The least order is at most so many weeks' demand of one warehouse, or one carton. */
    private static final double WEEKS_IN_LEAST_ORDER = 6;

    private static final double SECOND_SOURCE_SHARE = 0.15;
    private static final double PRICE_BREAK_SHARE = 0.40;

    private static final int[] CARTON_SIZES = {
        1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 20, 24, 30, 36, 40, 48, 50, 60, 72, 80, 96, 100, 120, 144, 160, 180, 192,
        200, 240, 288, 300, 360, 400, 480, 500
    };

    private static final List<String> NAMES = List.of(
            "LOCAL:Northmoor Paper Works",
            "FAR_EAST:Jinhai Homeware",
            "EUROPE:Brandtal Handelskontor",
            "SOUTH_ASIA:Sundara Crafts",
            "NATIONAL_IMPORTER:Harrowgate Importers",
            "FAR_EAST:Lotus Bay Trading",
            "LOCAL:Pennine Kitchen Supply",
            "EUROPE:Maison Clairvaux",
            "SOUTH_ASIA:Malabar Textiles",
            "FAR_EAST:Pearl Delta Gifts",
            "NATIONAL_IMPORTER:Wexcombe Wholesale",
            "LOCAL:Thornbury Confectioners",
            "FAR_EAST:Golden Carp Ceramics",
            "EUROPE:Lumina Kerzen",
            "LOCAL:Ashdown Print",
            "SOUTH_ASIA:Indus Metalware",
            "FAR_EAST:Seven Cranes Toys",
            "NATIONAL_IMPORTER:Castlebridge Trade",
            "EUROPE:Polmar Glass",
            "LOCAL:Fenland Storage",
            "FAR_EAST:Eastern Star Seasonal",
            "SOUTH_ASIA:Deccan Home",
            "NATIONAL_IMPORTER:Marlow and Finch",
            "EUROPE:Costa Verde Sabonetes",
            "FAR_EAST:Bright Harbour Lighting",
            "LOCAL:Glenlyon Woollens",
            "SOUTH_ASIA:Jaipur Block Works",
            "FAR_EAST:Nine Bridges Bags",
            "EUROPE:Nordlys Design",
            "NATIONAL_IMPORTER:Oakham Distribution");

    /** A supplier and where it is. */
    record Source(Supplier supplier, SupplierRegion region) {}

    private final long seed;
    private final List<Source> sources;

    /** @param weeklyFlow cost of one week's sales of the average supplier to the average warehouse (currency units) */
    private SupplyRules(long seed, int suppliers, double weeklyFlow) {
        this.seed = seed;
        List<Source> drawn = new ArrayList<>();
        for (int i = 0; i < suppliers; i++) {
            drawn.add(source(i, weeklyFlow));
        }
        this.sources = List.copyOf(drawn);
    }

    /** @param weeklyCostOfSales of all articles in all warehouses (currency units) */
    static SupplyRules draw(long seed, int items, int warehouses, double weeklyCostOfSales) {
        int suppliers = Math.min(MOST_SUPPLIERS, Math.max(FEWEST_SUPPLIERS, items / ITEMS_PER_SUPPLIER));
        return new SupplyRules(seed, suppliers, weeklyCostOfSales / suppliers / warehouses);
    }

    private Source source(int index, double weeklyFlow) {
        String[] regionAndName = NAMES.get(index).split(":", 2);
        SupplierRegion region = SupplierRegion.valueOf(regionAndName[0]);
        KeyedRandom random = KeyedRandom.of(seed, "supplier", regionAndName[1]);
        int leadTimeDays = random.between(region.shortestLeadTimeDays, region.longestLeadTimeDays);
        double leadTimeSdDays = roundTo(1, leadTimeDays * region.leadTimeSdShare * random.uniform(0.6, 1.4));
        // A house too small for the supplier's usual minimum has negotiated a smaller one.
        double minOrderValue = Math.min(
                random.uniform(region.lowMinOrderValue, region.highMinOrderValue),
                weeklyFlow * random.uniform(0.4, 1.2));
        double orderCost = random.uniform(region.lowOrderCost, region.highOrderCost);
        Supplier supplier = new Supplier(
                new SupplierId(String.format(Locale.ROOT, "S%02d", index + 1)),
                regionAndName[1],
                leadTimeDays,
                leadTimeSdDays,
                Money.of(BigDecimal.valueOf(10 * StrictMath.floor(minOrderValue / 10))),
                Money.of(BigDecimal.valueOf(StrictMath.round(orderCost))),
                weekdays(region.orderDaysPerWeek, random),
                region.paymentTermsDays,
                region.containerM3 == 0 ? null : (double) region.containerM3);
        return new Source(supplier, region);
    }

    private static Set<DayOfWeek> weekdays(int perWeek, KeyedRandom random) {
        if (perWeek >= 5) {
            return Set.of();
        }
        DayOfWeek first = DayOfWeek.of(random.between(1, perWeek == 1 ? 5 : 2));
        return perWeek == 1 ? EnumSet.of(first) : EnumSet.of(first, first.plus(3));
    }

    Map<SupplierId, Supplier> suppliers() {
        Map<SupplierId, Supplier> byId = new TreeMap<>();
        sources.forEach(source -> byId.put(source.supplier().id(), source.supplier()));
        return byId;
    }

    SupplierRegion region(SupplierId supplier) {
        return sources.stream()
                .filter(source -> source.supplier().id().equals(supplier))
                .findFirst()
                .orElseThrow()
                .region();
    }

    /**
     * The ways to buy an article, preferred first: one, or for some articles of far suppliers a near and dearer one
     * beside it.
     *
     * @param weeklyUnits mean weekly demand of one warehouse
     */
    List<SupplyOption> options(Item item, ProductCategory category, double weeklyUnits) {
        Source preferred = choose(item, category, source -> true);
        KeyedRandom random = KeyedRandom.of(seed, "terms", item.id().value());
        List<SupplyOption> options = new ArrayList<>();
        options.add(option(item, preferred, item.unitCost().toDouble(), weeklyUnits, 1, random));
        if (!preferred.region().isNear() && random.chance(SECOND_SOURCE_SHARE)) {
            Source near = choose(item, category, source -> source.region().isNear());
            double dearer = near.region().costFactor / preferred.region().costFactor * random.uniform(1.0, 1.06);
            options.add(option(item, near, item.unitCost().toDouble() * dearer, weeklyUnits, 2, random));
        }
        return options;
    }

    private Source choose(Item item, ProductCategory category, Predicate<Source> eligible) {
        return sources.stream()
                .filter(eligible)
                .max(Comparator.comparingDouble(source -> score(item, category, source)))
                .orElseThrow();
    }

    /** Weighted rendezvous: the highest {@code -weight / ln(u)} wins with a chance proportional to its weight. */
    private double score(Item item, ProductCategory category, Source source) {
        String name = source.supplier().name();
        double speciality =
                KeyedRandom.of(seed, "speciality", name, category.name()).chance(0.35) ? 1 : 0.1;
        double draw = KeyedRandom.of(seed, "choice", name, item.id().value()).uniform();
        return -source.region().affinity(category) * speciality / StrictMath.log(Math.max(draw, 1e-300));
    }

    private static SupplyOption option(
            Item item, Source source, double unitCost, double weeklyUnits, int priority, KeyedRandom random) {
        SupplierRegion region = source.region();
        double bulkUnits = region.cartonLitres / Math.max(0.01, item.unitVolumeM3() * 1_000);
        double demandUnits = WEEKS_IN_CARTON * weeklyUnits * random.uniform(0.5, 1.5);
        int carton = cartonOfAtMost(Math.min(bulkUnits, demandUnits));
        int wantedCartons = random.between(region.fewestMinimumCartons, region.mostMinimumCartons);
        int affordableCartons = (int) (WEEKS_IN_LEAST_ORDER * weeklyUnits / carton);
        int leastUnits = carton * Math.max(1, Math.min(wantedCartons, affordableCartons));
        return new SupplyOption(
                item.id(),
                source.supplier().id(),
                null,
                cost(unitCost),
                leastUnits,
                carton,
                Integer.MAX_VALUE,
                source.supplier().leadTimeDays(),
                Money.of(BigDecimal.valueOf(roundTo(2, random.uniform(region.lowLineCost, region.highLineCost)))),
                priority,
                null,
                null,
                priceBreaks(unitCost, leastUnits, carton, random));
    }

    private static List<PriceBreak> priceBreaks(double unitCost, int leastUnits, int carton, KeyedRandom random) {
        if (!random.chance(PRICE_BREAK_SHARE)) {
            return List.of();
        }
        int first = leastUnits * random.between(2, 3);
        double firstDiscount = random.uniform(0.02, 0.05);
        List<PriceBreak> breaks = new ArrayList<>();
        breaks.add(new PriceBreak(first, cost(unitCost * (1 - firstDiscount))));
        if (random.chance(0.4)) {
            int second = first * 2 + carton;
            breaks.add(new PriceBreak(second, cost(unitCost * (1 - firstDiscount - random.uniform(0.02, 0.04)))));
        }
        return breaks;
    }

    private static int cartonOfAtMost(double units) {
        int carton = 1;
        for (int size : CARTON_SIZES) {
            if (size <= units) {
                carton = size;
            }
        }
        return carton;
    }

    /** To a tenth of a penny below one currency unit, to a penny above; never free. */
    static UnitPrice cost(double amount) {
        int decimals = amount < 1 ? 3 : 2;
        BigDecimal rounded = BigDecimal.valueOf(Math.max(amount, 0.001)).setScale(decimals, RoundingMode.HALF_EVEN);
        return new UnitPrice(rounded);
    }

    static double roundTo(int decimals, double value) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}
