package org.plenish.engine.policy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Lot;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.OpenTransfer;
import org.plenish.engine.model.Series;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.model.Warehouse;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.policy.SkuLocationProfile.DemandProfile;
import org.plenish.engine.policy.SkuLocationProfile.OverrideProfile;
import org.plenish.engine.policy.SkuLocationProfile.PlanProfile;
import org.plenish.engine.policy.SkuLocationProfile.StockProfile;
import org.plenish.engine.policy.SkuLocationProfile.SuccessorProfile;
import org.plenish.engine.policy.SkuLocationProfile.SupplyProfile;

/** Gathers what rules may know of each SKU-location. */
public final class ProfileBuilder {

    private static final double DAYS_PER_YEAR = 365;

    /** Less history than this is scaled up to a year as if it were this long, so that a good first week is no good year. */
    private static final double LEAST_SCALED_DAYS = 91;

    private final Dataset dataset;
    private final LocalDate asOf;
    private final PreferredSupply supply;
    private final PolicyOverrides overrides;
    private final JointOrders jointOrders;
    private final Map<SkuLocation, Integer> onOrderUnits = new HashMap<>();

    private ProfileBuilder(Dataset dataset) {
        this.dataset = dataset;
        this.asOf = dataset.settings().asOf();
        this.supply = new PreferredSupply(dataset);
        this.jointOrders = new JointOrders(dataset);
        this.overrides = new PolicyOverrides(dataset.policyOverrides(), asOf);
        for (OpenPurchaseOrder order : dataset.openPurchaseOrders()) {
            onOrderUnits.merge(order.location(), order.quantityUnits(), Math::addExact);
        }
        for (OpenTransfer transfer : dataset.openTransfers()) {
            SkuLocation to = new SkuLocation(transfer.item(), transfer.to());
            onOrderUnits.merge(to, transfer.quantityUnits(), Math::addExact);
        }
    }

    /**
     * One profile for each history, sorted by location.
     *
     * @param forecasts one for each history
     * @throws IllegalArgumentException if a history has no forecast
     */
    public static List<SkuLocationProfile> build(
            Dataset dataset,
            SortedMap<SkuLocation, DemandHistory> histories,
            SortedMap<SkuLocation, Forecast> forecasts) {
        return new ProfileBuilder(dataset).build(histories, forecasts);
    }

    private List<SkuLocationProfile> build(
            SortedMap<SkuLocation, DemandHistory> histories, SortedMap<SkuLocation, Forecast> forecasts) {
        Map<SkuLocation, AnnualDemand> annualDemand = new HashMap<>();
        Map<ItemId, Network> networks = new HashMap<>();
        histories.forEach((location, history) -> {
            annualDemand.put(location, AnnualDemand.of(history));
            Network here = new Network(onHandUnits(location), unitsPerDay(forecast(forecasts, location)));
            networks.merge(location.item(), here, Network::plus);
            supply.findOption(location).ifPresent(option -> jointOrders.add(location, option, here.unitsPerDay()));
        });
        Map<SkuLocation, Double> valueShares =
                cumulativeShares(annualDemand, item -> item.unitCost().toDouble());
        Map<SkuLocation, Double> marginShares = cumulativeShares(annualDemand, ProfileBuilder::unitMargin);
        PlanProfile plan = PlanProfile.of(asOf);
        List<SkuLocationProfile> profiles = new ArrayList<>(histories.size());
        histories.forEach((location, history) -> {
            Forecast forecast = forecast(forecasts, location);
            Item item = dataset.item(location.item());
            Warehouse warehouse = dataset.warehouse(location.warehouse());
            Network network = networks.getOrDefault(location.item(), Network.NONE);
            profiles.add(new SkuLocationProfile(
                    location,
                    item,
                    warehouse,
                    demand(
                            history,
                            annualDemand.getOrDefault(location, AnnualDemand.NONE),
                            valueShares.getOrDefault(location, 1.0),
                            marginShares.getOrDefault(location, 1.0),
                            forecast),
                    stock(location, item, unitsPerDay(forecast), network),
                    supply(location, unitsPerDay(forecast)),
                    successor(item, location.warehouse()),
                    override(location),
                    plan));
        });
        return List.copyOf(profiles);
    }

    private static Forecast forecast(Map<SkuLocation, Forecast> forecasts, SkuLocation location) {
        Forecast forecast = forecasts.get(location);
        if (forecast == null) {
            throw new IllegalArgumentException(location + " has a demand history, but must also have a forecast.");
        }
        return forecast;
    }

    /**
     * Of what all SKU-locations come to in a year, the share of those that come to more. Equal amounts get equal shares;
     * those of 0 or less are left out.
     */
    private Map<SkuLocation, Double> cumulativeShares(
            Map<SkuLocation, AnnualDemand> annualDemand, ToDoubleFunction<Item> amountOfUnit) {
        record Ranked(SkuLocation location, double annualAmount) {}
        List<Ranked> ranking = annualDemand.entrySet().stream()
                .map(entry -> new Ranked(
                        entry.getKey(),
                        entry.getValue().units()
                                * amountOfUnit.applyAsDouble(
                                        dataset.item(entry.getKey().item()))))
                .filter(ranked -> ranked.annualAmount() > 0)
                .sorted(Comparator.comparingDouble(Ranked::annualAmount)
                        .reversed()
                        .thenComparing(Ranked::location))
                .toList();
        double total = ranking.stream().mapToDouble(Ranked::annualAmount).sum();
        Map<SkuLocation, Double> shares = new HashMap<>();
        double above = 0;
        double running = 0;
        double previousAmount = Double.NaN;
        for (Ranked ranked : ranking) {
            if (ranked.annualAmount() != previousAmount) {
                above = running;
                previousAmount = ranked.annualAmount();
            }
            shares.put(ranked.location(), Math.min(1, above / total));
            running += ranked.annualAmount();
        }
        return shares;
    }

    /** Price less cost, 0 where no price is given. */
    private static double unitMargin(Item item) {
        UnitPrice price = item.unitPrice();
        return price == null ? 0 : price.toDouble() - item.unitCost().toDouble();
    }

    private DemandProfile demand(
            DemandHistory history,
            AnnualDemand annual,
            double cumulativeValueShare,
            double cumulativeMarginShare,
            Forecast forecast) {
        SkuLocation location = history.location();
        Item item = dataset.item(location.item());
        DailySales sales = dataset.sales().getOrDefault(location, DailySales.NONE);
        Peak peak = Peak.of(forecast);
        return new DemandProfile(
                annual.units(),
                annual.units() * item.unitCost().toDouble(),
                cumulativeValueShare,
                annual.units() * unitMargin(item),
                cumulativeMarginShare,
                annual.averageDemandIntervalBuckets(),
                annual.squaredCoefficientOfVariation(),
                annual.coefficientOfVariation(),
                annual.shareOfZeros(),
                daysSinceLastSale(sales),
                daysOnSale(history, sales),
                unitsPerDay(forecast),
                peak.ratio(),
                peak.daysUntil(),
                forecast.accuracy().meanAbsoluteScaledError(),
                forecast.accuracy().signals().trackingSignal());
    }

    private int daysSinceLastSale(DailySales sales) {
        for (int i = sales.days() - 1; i >= 0; i--) {
            if (sales.soldUnits()[i] > 0 && sales.day(i).isBefore(asOf)) {
                return Math.toIntExact(ChronoUnit.DAYS.between(sales.day(i), asOf));
            }
        }
        return SkuLocationProfile.NEVER_DAYS;
    }

    private int daysOnSale(DemandHistory history, DailySales sales) {
        LocalDate introducedOn = dataset.item(history.location().item()).introducedOn();
        LocalDate since = introducedOn != null
                ? introducedOn
                : sales.days() > 0 ? sales.day(0) : history.buckets().start();
        return Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(since, asOf)));
    }

    private StockProfile stock(SkuLocation location, Item item, double unitsPerDay, Network network) {
        StockPosition position = dataset.stock().getOrDefault(location, StockPosition.empty(location));
        int onHandUnits = onHandUnits(location);
        return new StockProfile(
                onHandUnits,
                position.netUnits(asOf),
                position.backorderedUnits(),
                onOrderUnits.getOrDefault(location, 0),
                coverDays(onHandUnits, unitsPerDay),
                onHandUnits * item.unitCost().toDouble(),
                expiringUnits(position.lots(), unitsPerDay),
                position.expiredUnits(asOf),
                coverDays(network.onHandUnits(), network.unitsPerDay()));
    }

    /** First expired, first out: what sales up to a lot's expiry, at the forecast's rate, do not take of it. */
    private int expiringUnits(List<Lot> lots, double unitsPerDay) {
        double takenUnits = 0;
        double expiringUnits = 0;
        List<Lot> byExpiry = lots.stream()
                .filter(lot -> lot.expiresOn() != null && !lot.isExpiredOn(asOf) && lot.onHandUnits() > 0)
                .sorted(Comparator.comparing(ProfileBuilder::expiry))
                .toList();
        for (Lot lot : byExpiry) {
            double sellableUnits = unitsPerDay * ChronoUnit.DAYS.between(asOf, expiry(lot));
            double soldUnits = Math.max(0, Math.min(lot.onHandUnits(), sellableUnits - takenUnits));
            takenUnits += soldUnits;
            expiringUnits += lot.onHandUnits() - soldUnits;
        }
        return (int) Math.round(expiringUnits);
    }

    private static LocalDate expiry(Lot lot) {
        return lot.expiresOn() == null ? LocalDate.MAX : lot.expiresOn();
    }

    private SupplyProfile supply(SkuLocation location, double unitsPerDay) {
        boolean canBeTransferredIn = supply.findLaneTo(location.warehouse()).isPresent();
        boolean canBeTransferredOut = supply.hasLaneFrom(location.warehouse());
        return supply.findOption(location)
                .map(option -> supply(
                        option,
                        unitsPerDay,
                        jointOrders.cycleDays(location, option),
                        daysUntilLastOrder(location),
                        canBeTransferredIn,
                        canBeTransferredOut))
                .orElseGet(() ->
                        new SupplyProfile(false, 0, 0, 0, 0, 0, 0, 0, 0, canBeTransferredIn, canBeTransferredOut));
    }

    private SupplyProfile supply(
            SupplyOption option,
            double unitsPerDay,
            double jointOrderCycleDays,
            int daysUntilLastOrder,
            boolean canBeTransferredIn,
            boolean canBeTransferredOut) {
        Supplier supplier = dataset.supplier(option.supplier());
        int orderDays = supplier.orderWeekdays().isEmpty()
                ? 7
                : supplier.orderWeekdays().size();
        int leastUnits = PolicyCalculator.lattice(option).leastUnits();
        return new SupplyProfile(
                true,
                option.leadTimeDays(),
                supplier.leadTimeSdDays(),
                orderDays,
                leastUnits,
                coverDays(leastUnits, unitsPerDay),
                supplier.minOrderValue().toDouble(),
                jointOrderCycleDays,
                daysUntilLastOrder,
                canBeTransferredIn,
                canBeTransferredOut);
    }

    private int daysUntilLastOrder(SkuLocation location) {
        return supply.findLastOrderDay(location)
                .map(lastDay -> (int) Math.min(SkuLocationProfile.NEVER_DAYS, ChronoUnit.DAYS.between(asOf, lastDay)))
                .orElse(0);
    }

    private SuccessorProfile successor(Item item, WarehouseId warehouse) {
        if (item.replacedBy() == null) {
            return SuccessorProfile.NONE;
        }
        SkuLocation successor = new SkuLocation(item.replacedBy(), warehouse);
        return new SuccessorProfile(
                true,
                supply.findOption(successor).isPresent(),
                onHandUnits(successor),
                onOrderUnits.getOrDefault(successor, 0));
    }

    private OverrideProfile override(SkuLocation location) {
        return overrides
                .find(location)
                .map(override -> new OverrideProfile(
                        override.stopBuy(),
                        override.serviceLevel() == null ? 0 : override.serviceLevel(),
                        override.reason(),
                        override.expiresOn()))
                .orElse(OverrideProfile.NONE);
    }

    private int onHandUnits(SkuLocation location) {
        @Nullable StockPosition position = dataset.stock().get(location);
        return position == null ? 0 : Math.max(0, position.onHandUnits());
    }

    private static double unitsPerDay(Forecast forecast) {
        long days = ChronoUnit.DAYS.between(
                forecast.buckets().start(), forecast.buckets().end());
        return days == 0 ? 0 : forecast.meanUnits().sum(0, forecast.meanUnits().length()) / days;
    }

    private static double coverDays(long units, double unitsPerDay) {
        if (units <= 0) {
            return 0;
        }
        return Math.min(SkuLocationProfile.NEVER_DAYS, units / unitsPerDay);
    }

    private record Network(long onHandUnits, double unitsPerDay) {

        static final Network NONE = new Network(0, 0);

        Network plus(Network other) {
            return new Network(onHandUnits + other.onHandUnits, unitsPerDay + other.unitsPerDay);
        }
    }

    /** The bucket of the horizon in which most is expected. */
    private record Peak(double ratio, int daysUntil) {

        static Peak of(Forecast forecast) {
            Series mean = forecast.meanUnits();
            double average = mean.stream().average().orElse(0);
            if (!(average > 0)) {
                return new Peak(Double.NaN, 0);
            }
            int peak = 0;
            for (int i = 1; i < mean.length(); i++) {
                if (mean.get(i) > mean.get(peak)) {
                    peak = i;
                }
            }
            long days = ChronoUnit.DAYS.between(
                    forecast.buckets().start(), forecast.buckets().start(peak));
            return new Peak(Math.max(1, mean.get(peak) / average), Math.toIntExact(days));
        }
    }

    /** The last 365 days of a history, of which only buckets with known demand count. */
    private record AnnualDemand(
            double units,
            double averageDemandIntervalBuckets,
            double squaredCoefficientOfVariation,
            double coefficientOfVariation,
            double shareOfZeros) {

        static final AnnualDemand NONE = without(Double.NaN);

        static AnnualDemand of(DemandHistory history) {
            Series demand = history.demandUnits();
            int buckets = history.buckets().size().bucketsPerYear();
            int known = 0;
            int withDemand = 0;
            double sum = 0;
            double sumOfSquares = 0;
            for (int i = Math.max(0, demand.length() - buckets); i < demand.length(); i++) {
                if (demand.isKnown(i)) {
                    known++;
                    if (demand.get(i) > 0) {
                        withDemand++;
                        sum += demand.get(i);
                        sumOfSquares += demand.get(i) * demand.get(i);
                    }
                }
            }
            if (withDemand == 0) {
                return known == 0 ? NONE : without(1);
            }
            double mean = sum / withDemand;
            double variance = withDemand < 2 ? 0 : variance(withDemand, mean, sumOfSquares);
            double meanWithZeros = sum / known;
            double knownDays = known * history.buckets().size().days();
            return new AnnualDemand(
                    sum * DAYS_PER_YEAR / Math.max(LEAST_SCALED_DAYS, knownDays),
                    (double) known / withDemand,
                    variance / (mean * mean),
                    known < 2 ? Double.NaN : Math.sqrt(variance(known, meanWithZeros, sumOfSquares)) / meanWithZeros,
                    (double) (known - withDemand) / known);
        }

        private static AnnualDemand without(double shareOfZeros) {
            return new AnnualDemand(0, Double.POSITIVE_INFINITY, 0, Double.NaN, shareOfZeros);
        }

        private static double variance(int count, double mean, double sumOfSquares) {
            return Math.max(0, (sumOfSquares - count * mean * mean) / (count - 1));
        }
    }
}
