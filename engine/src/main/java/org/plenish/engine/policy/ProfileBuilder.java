package org.plenish.engine.policy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
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
import org.plenish.engine.model.Warehouse;
import org.plenish.engine.policy.SkuLocationProfile.DemandProfile;
import org.plenish.engine.policy.SkuLocationProfile.OverrideProfile;
import org.plenish.engine.policy.SkuLocationProfile.StockProfile;
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
    private final Map<SkuLocation, Integer> onOrderUnits = new HashMap<>();

    private ProfileBuilder(Dataset dataset) {
        this.dataset = dataset;
        this.asOf = dataset.settings().asOf();
        this.supply = new PreferredSupply(dataset);
        this.overrides = new PolicyOverrides(dataset.policyOverrides());
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
        });
        Map<SkuLocation, Double> cumulativeValueShares = cumulativeValueShares(annualDemand);
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
                            cumulativeValueShares.getOrDefault(location, 1.0),
                            forecast),
                    stock(location, item, unitsPerDay(forecast), network),
                    supply(location, unitsPerDay(forecast)),
                    override(location)));
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

    /** Of the value of all SKU-locations, the share of those worth more. Equal values get equal shares. */
    private Map<SkuLocation, Double> cumulativeValueShares(Map<SkuLocation, AnnualDemand> annualDemand) {
        record Valued(SkuLocation location, double annualValue) {}
        List<Valued> byValue = annualDemand.entrySet().stream()
                .map(entry -> new Valued(
                        entry.getKey(),
                        entry.getValue().units() * unitCost(entry.getKey().item())))
                .filter(valued -> valued.annualValue() > 0)
                .sorted(Comparator.comparingDouble(Valued::annualValue)
                        .reversed()
                        .thenComparing(Valued::location))
                .toList();
        double total = byValue.stream().mapToDouble(Valued::annualValue).sum();
        Map<SkuLocation, Double> shares = new HashMap<>();
        double above = 0;
        double running = 0;
        double previousValue = Double.NaN;
        for (Valued valued : byValue) {
            if (valued.annualValue() != previousValue) {
                above = running;
                previousValue = valued.annualValue();
            }
            shares.put(valued.location(), above / total);
            running += valued.annualValue();
        }
        return shares;
    }

    private DemandProfile demand(
            DemandHistory history, AnnualDemand annual, double cumulativeValueShare, Forecast forecast) {
        SkuLocation location = history.location();
        DailySales sales = dataset.sales().getOrDefault(location, DailySales.NONE);
        return new DemandProfile(
                annual.units(),
                annual.units() * unitCost(location.item()),
                cumulativeValueShare,
                annual.averageDemandIntervalBuckets(),
                annual.squaredCoefficientOfVariation(),
                daysSinceLastSale(sales),
                daysOnSale(history, sales),
                unitsPerDay(forecast),
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
                position.netUnits(),
                onOrderUnits.getOrDefault(location, 0),
                coverDays(onHandUnits, unitsPerDay),
                onHandUnits * item.unitCost().toDouble(),
                expiringUnits(position.lots(), unitsPerDay),
                coverDays(network.onHandUnits(), network.unitsPerDay()));
    }

    /** First expired, first out: what sales up to a lot's expiry, at the forecast's rate, do not take of it. */
    private int expiringUnits(List<Lot> lots, double unitsPerDay) {
        double takenUnits = 0;
        double expiringUnits = 0;
        List<Lot> byExpiry = lots.stream()
                .filter(lot -> lot.expiresOn() != null && lot.onHandUnits() > 0)
                .sorted(Comparator.comparing(ProfileBuilder::expiry))
                .toList();
        for (Lot lot : byExpiry) {
            double sellableUnits = unitsPerDay * Math.max(0, ChronoUnit.DAYS.between(asOf, expiry(lot)));
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
                .map(option -> supply(option, unitsPerDay, canBeTransferredIn, canBeTransferredOut))
                .orElseGet(() -> new SupplyProfile(false, 0, 0, 0, 0, canBeTransferredIn, canBeTransferredOut));
    }

    private SupplyProfile supply(
            SupplyOption option, double unitsPerDay, boolean canBeTransferredIn, boolean canBeTransferredOut) {
        Supplier supplier = dataset.supplier(option.supplier());
        int orderDays = supplier.orderWeekdays().isEmpty()
                ? 7
                : supplier.orderWeekdays().size();
        int leastUnits = PolicyCalculator.lattice(option).leastUnits();
        return new SupplyProfile(
                true,
                option.leadTimeDays(),
                orderDays,
                leastUnits,
                coverDays(leastUnits, unitsPerDay),
                canBeTransferredIn,
                canBeTransferredOut);
    }

    private OverrideProfile override(SkuLocation location) {
        return overrides
                .find(location)
                .map(override -> new OverrideProfile(
                        override.stopBuy(),
                        override.serviceLevel() == null ? 0 : override.serviceLevel(),
                        override.reason()))
                .orElse(OverrideProfile.NONE);
    }

    private int onHandUnits(SkuLocation location) {
        @Nullable StockPosition position = dataset.stock().get(location);
        return position == null ? 0 : Math.max(0, position.onHandUnits());
    }

    private double unitCost(ItemId item) {
        return dataset.item(item).unitCost().toDouble();
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

    /** The last 365 days of a history, of which only buckets with known demand count. */
    private record AnnualDemand(
            double units, double averageDemandIntervalBuckets, double squaredCoefficientOfVariation) {

        static final AnnualDemand NONE = new AnnualDemand(0, Double.POSITIVE_INFINITY, 0);

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
                return NONE;
            }
            double mean = sum / withDemand;
            double variance =
                    withDemand < 2 ? 0 : Math.max(0, (sumOfSquares - withDemand * mean * mean) / (withDemand - 1));
            double knownDays = known * history.buckets().size().days();
            return new AnnualDemand(
                    sum * DAYS_PER_YEAR / Math.max(LEAST_SCALED_DAYS, knownDays),
                    (double) known / withDemand,
                    variance / (mean * mean));
        }
    }
}
