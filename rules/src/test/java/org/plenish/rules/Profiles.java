package org.plenish.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.DemandPattern;
import org.plenish.engine.forecast.SeriesProfile;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Lifecycle;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.model.Warehouse;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.policy.SkuLocationProfile;
import org.plenish.engine.policy.SkuLocationProfile.DemandProfile;
import org.plenish.engine.policy.SkuLocationProfile.OverrideProfile;
import org.plenish.engine.policy.SkuLocationProfile.StockProfile;
import org.plenish.engine.policy.SkuLocationProfile.SupplyProfile;

/** Profiles for tests: one at a time by its attributes, or many by a seed. */
final class Profiles {

    private static final double[] SHARES = {0, 0.5, 0.79999, 0.80, 0.9, 0.95, 0.99, 1};
    private static final double[] INTERVALS = {1, 1.31, 1.32, 5, 52};
    private static final double[] VARIATIONS = {0, 0.48, 0.49, 3};
    private static final int[] DAYS = {0, 1, 89, 90, 179, 180, 364, 365, 1000, 100_000};
    private static final double[] LEVELS = {0, 0, 0, 0.4, 0.5, 0.97, 1};

    private Profiles() {}

    /** Class A, smooth demand, healthy stock, bought and moved freely. */
    static SkuLocationProfile ordinary() {
        return new SkuLocationProfile(
                SkuLocation.of("TEA", "W1"),
                item("TEA", Lifecycle.ACTIVE, null),
                warehouse(),
                new DemandProfile(520, 1300, 0.5, 1, 0.2, 3, 400, 1.4, 0.8, 0.5),
                new StockProfile(40, 40, 0, 28, 100, 0, 40),
                new SupplyProfile(true, 14, 5, 12, 8.4, true, true),
                OverrideProfile.NONE);
    }

    /** Two years of smooth demand, as known before it is forecast; with other values at some paths. */
    static SeriesProfile ordinarySeriesBut(Map<String, Object> changes) {
        SeriesProfile profile = new SeriesProfile(
                SkuLocation.of("TEA", "W1"),
                item("TEA", Lifecycle.ACTIVE, null),
                warehouse(),
                new SeriesProfile.DemandShape(DemandPattern.SMOOTH, 104, 0.05, 0.2));
        for (Map.Entry<String, Object> change : changes.entrySet()) {
            profile = (SeriesProfile) with(profile, List.of(change.getKey().split("\\.")), change.getValue());
        }
        return profile;
    }

    /** The ordinary one with other values at some paths, such as {@code demand.annualUnits}. */
    static SkuLocationProfile ordinaryBut(Map<String, Object> changes) {
        SkuLocationProfile profile = ordinary();
        for (Map.Entry<String, Object> change : changes.entrySet()) {
            profile = (SkuLocationProfile) with(profile, List.of(change.getKey().split("\\.")), change.getValue());
        }
        return profile;
    }

    private static Object with(Object record, List<String> path, Object value) {
        try {
            RecordComponent[] components = record.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            boolean found = false;
            for (int i = 0; i < components.length; i++) {
                values[i] = components[i].getAccessor().invoke(record);
                if (components[i].getName().equals(path.get(0))) {
                    found = true;
                    values[i] = path.size() == 1
                            ? as(components[i].getType(), value)
                            : with(values[i], path.subList(1, path.size()), value);
                }
            }
            assertThat(found)
                    .as("%s has %s", record.getClass().getSimpleName(), path.get(0))
                    .isTrue();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object as(Class<?> type, Object value) {
        if (type == double.class) {
            return ((Number) value).doubleValue();
        }
        if (type == Lifecycle.class) {
            return Lifecycle.valueOf(value.toString());
        }
        if (type == DemandPattern.class) {
            return DemandPattern.valueOf(value.toString());
        }
        return type == ItemId.class ? new ItemId(value.toString()) : value;
    }

    static List<SkuLocationProfile> random(long seed, int count) {
        Random random = new Random(seed);
        List<SkuLocationProfile> profiles = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            profiles.add(random(random, i));
        }
        return profiles;
    }

    private static SkuLocationProfile random(Random random, int index) {
        boolean sells = random.nextInt(5) > 0;
        double annualUnits = sells ? random.nextInt(5_000) + 1 : 0;
        int onHandUnits = random.nextBoolean() ? random.nextInt(1_000) : 0;
        double forecast = random.nextInt(4) > 0 ? random.nextDouble() * 20 : 0;
        Lifecycle lifecycle = Lifecycle.values()[random.nextInt(4)];
        return new SkuLocationProfile(
                SkuLocation.of("I" + index, "W1"),
                item("I" + index, lifecycle, random.nextBoolean() ? new ItemId("NEXT") : null),
                warehouse(),
                new DemandProfile(
                        annualUnits,
                        annualUnits * 2.5,
                        sells ? SHARES[random.nextInt(SHARES.length)] : 1,
                        sells ? INTERVALS[random.nextInt(INTERVALS.length)] : Double.POSITIVE_INFINITY,
                        sells ? VARIATIONS[random.nextInt(VARIATIONS.length)] : 0,
                        DAYS[random.nextInt(DAYS.length)],
                        DAYS[random.nextInt(DAYS.length)],
                        forecast,
                        random.nextBoolean() ? Double.NaN : random.nextDouble() * 2,
                        random.nextBoolean() ? Double.NaN : random.nextGaussian() * 3),
                new StockProfile(
                        onHandUnits,
                        onHandUnits - random.nextInt(50),
                        random.nextInt(100),
                        DAYS[random.nextInt(DAYS.length)] + random.nextInt(2) * 0.5,
                        onHandUnits * 2.5,
                        random.nextInt(4) == 0 ? random.nextInt(onHandUnits + 1) : 0,
                        DAYS[random.nextInt(DAYS.length)]),
                new SupplyProfile(
                        random.nextInt(8) > 0,
                        random.nextInt(80),
                        random.nextInt(8),
                        1 + random.nextInt(100),
                        random.nextDouble() * 100,
                        random.nextBoolean(),
                        random.nextBoolean()),
                new OverrideProfile(random.nextInt(10) == 0, LEVELS[random.nextInt(LEVELS.length)], ""));
    }

    static Item item(String id, Lifecycle lifecycle, @Nullable ItemId replacedBy) {
        return new Item(
                new ItemId(id),
                "test article",
                "",
                UnitPrice.parse("2.50"),
                null,
                0,
                0,
                null,
                lifecycle,
                replacedBy,
                "",
                "",
                null,
                null);
    }

    static Warehouse warehouse() {
        return new Warehouse(new WarehouseId("W1"), "Main", null, 0.25, Map.of(), null);
    }
}
