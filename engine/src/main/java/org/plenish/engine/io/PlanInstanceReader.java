package org.plenish.engine.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.optimize.ReplenishmentProblem;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.ProblemSupplier;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import tools.jackson.databind.JsonNode;

/**
 * Takes a planning instance out of its JSON and holds it to its contract. Every field must be there but {@code id}, and
 * {@code shelf_life}, {@code space} and {@code cash}, which do not limit where they are null or left out. Fields that
 * the contract does not know are left aside.
 */
final class PlanInstanceReader {

    private static final int MOST_PERIODS = 1_000;
    private static final int MOST_UNITS = CsvRow.LARGEST_WHOLE_NUMBER;
    private static final String EACH_WAREHOUSE = "one for each warehouse";
    private static final String EACH_PERIOD = "one for each period";

    private final ImportProblems problems;
    private final JsonField root;
    private int periods = JsonField.ANY_LENGTH;
    private int warehouses = JsonField.ANY_LENGTH;
    private List<Calendar> calendars = List.of();

    /** How soon a supplier delivers, by warehouse, and when it takes orders, by period. */
    @SuppressWarnings("ArrayRecordComponent") // handed on to the sources
    private record Calendar(int[] leadTimePeriods, boolean[] canOrder) {}

    /** @param root an object */
    PlanInstanceReader(JsonNode root, String file, ImportProblems problems) {
        this.problems = problems;
        this.root = JsonField.root(root, file, problems);
    }

    /** @return null if errors were noted */
    @Nullable
    ReplenishmentProblem read() {
        periods = root.at("T").wholeOr(JsonField.ANY_LENGTH, 1, MOST_PERIODS);
        List<String> names = warehouses();
        List<ProblemSupplier> suppliers = suppliers();
        List<Lane> lanes = lanes();
        List<Sku> skus = skus();
        double[][] spaceM3 = space();
        double[] cash = cash();
        return problems.hasErrors()
                ? null
                : new ReplenishmentProblem(periods, names, suppliers, lanes, skus, spaceM3, cash, true);
    }

    private List<String> warehouses() {
        JsonField list = root.at("warehouses");
        Map<String, String> seen = new HashMap<>();
        List<JsonField> elements = list.elements();
        if (elements.isEmpty() && list.isList()) {
            list.error("must name one warehouse or more", null);
        }
        warehouses = elements.isEmpty() ? JsonField.ANY_LENGTH : elements.size();
        return elements.stream().map(element -> element.textOnce(seen)).toList();
    }

    private List<ProblemSupplier> suppliers() {
        List<ProblemSupplier> suppliers = new ArrayList<>();
        List<Calendar> read = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        for (JsonField supplier : root.at("suppliers").objects()) {
            suppliers.add(new ProblemSupplier(
                    id(supplier, seen),
                    supplier.at("header_cost").amount(),
                    supplier.at("min_order_value").amount(),
                    supplier.at("pay_offset").whole(0, MOST_PERIODS)));
            read.add(new Calendar(
                    supplier.at("lead_time").elements(warehouses, EACH_WAREHOUSE).stream()
                            .mapToInt(leadTime -> leadTime.whole(0, MOST_PERIODS))
                            .toArray(),
                    orderPeriods(supplier.at("order_periods"))));
        }
        calendars = read;
        return suppliers;
    }

    private static String id(JsonField entry, Map<String, String> seen) {
        JsonField id = entry.at("id");
        return id.isGiven() ? id.textOnce(seen) : entry.path();
    }

    private boolean[] orderPeriods(JsonField list) {
        boolean[] canOrder = new boolean[Math.max(periods, 0)];
        for (JsonField element : list.elements()) {
            int period = element.index(periods, "a period");
            if (period < canOrder.length && period != JsonField.NO_INDEX) {
                canOrder[period] = true;
            }
        }
        return canOrder;
    }

    private List<Lane> lanes() {
        List<Lane> lanes = new ArrayList<>();
        for (JsonField lane : root.at("lanes").objects()) {
            int from = lane.at("frm").index(warehouses, "a warehouse");
            int to = lane.at("to").index(warehouses, "a warehouse");
            if (from == to && from != JsonField.NO_INDEX) {
                lane.error("must lead to another warehouse, but frm and to are both " + from, null);
            }
            lanes.add(new Lane(
                    from,
                    to,
                    lane.at("lead_time").whole(0, MOST_PERIODS),
                    lane.at("unit_cost").amount(),
                    lane.at("m3_cost").amount(),
                    lane.at("truck_m3").positive(),
                    lane.at("truck_cost").amount()));
        }
        return lanes;
    }

    private List<Sku> skus() {
        List<Sku> skus = new ArrayList<>();
        Map<String, String> seen = new HashMap<>();
        for (JsonField sku : root.at("skus").objects()) {
            skus.add(sku(sku, id(sku, seen)));
        }
        return skus;
    }

    private Sku sku(JsonField sku, String id) {
        double[] obsolescence = new double[Math.max(warehouses, 0)];
        Arrays.fill(obsolescence, sku.at("terminal_obsolescence").amount());
        boolean[] transferableTo = new boolean[obsolescence.length];
        Arrays.fill(transferableTo, sku.at("transferable").flag());
        JsonField shelfLife = sku.at("shelf_life");
        Sku read = new Sku(
                id,
                sku.at("volume").amount(),
                sku.at("sources").objects().stream().map(this::source).toList(),
                sku.at("line_cost").amount(),
                sku.at("holding").amounts(warehouses, EACH_WAREHOUSE),
                sku.at("backorder").amounts(warehouses, EACH_WAREHOUSE),
                sku.at("ss_short").amounts(warehouses, EACH_WAREHOUSE),
                sku.at("terminal_backlog").amount(),
                obsolescence,
                sku.at("scrap_cost").amount(),
                shelfLife.isGiven() ? shelfLife.whole(1, MOST_UNITS) : 0,
                sku.at("transfer_pack").whole(1, MOST_UNITS),
                transferableTo,
                unitRows(sku.at("demand")),
                sku.at("safety_stock").wholes(warehouses, EACH_WAREHOUSE, 0),
                sku.at("initial").wholes(warehouses, EACH_WAREHOUSE, -MOST_UNITS),
                unitRows(sku.at("receipts")));
        long units = Stream.of(
                        Arrays.stream(read.initialUnits()),
                        Arrays.stream(read.demandUnits()).flatMapToInt(Arrays::stream),
                        Arrays.stream(read.receiptUnits()).flatMapToInt(Arrays::stream))
                .flatMapToInt(row -> row)
                .mapToLong(Math::abs)
                .sum();
        if (units > MOST_UNITS) {
            String requirement = "has %,d units of stock, receipts and demand together, but must have at most %,d";
            sku.error(
                    String.format(Locale.ROOT, requirement, units, MOST_UNITS),
                    "its unit is too small: count in cases");
        }
        return read;
    }

    private int[][] unitRows(JsonField rows) {
        return rows.elements(warehouses, EACH_WAREHOUSE).stream()
                .map(row -> row.wholes(periods, EACH_PERIOD, 0))
                .toArray(int[][]::new);
    }

    private Source source(JsonField source) {
        int supplier = source.at("supplier").index(calendars.size(), "a supplier");
        Calendar calendar =
                supplier == JsonField.NO_INDEX ? new Calendar(new int[0], new boolean[0]) : calendars.get(supplier);
        boolean[] deliversTo = new boolean[calendar.leadTimePeriods().length];
        Arrays.fill(deliversTo, true);
        int pack = source.at("pack").whole(1, MOST_UNITS);
        int least = source.at("moq").whole(0, MOST_UNITS);
        int most = source.at("max_qty").wholeOr(MOST_UNITS, 0, MOST_UNITS);
        if (least > most) {
            source.error("has a moq of " + least + ", which must not be above its max_qty of " + most, null);
        }
        List<JsonField> tiers = source.at("tiers").elements();
        int[] from = new int[tiers.size()];
        double[] price = new double[tiers.size()];
        readTiers(tiers, from, price);
        if (tiers.isEmpty() && source.at("tiers").isList()) {
            source.at("tiers").error("must have a price, as in [[0, 9.95]]", null);
        }
        return new Source(
                supplier, deliversTo, calendar.leadTimePeriods(), calendar.canOrder(), pack, least, most, from, price);
    }

    private static void readTiers(List<JsonField> tiers, int[] from, double[] price) {
        int below = -1;
        for (int i = 0; i < from.length; i++) {
            List<JsonField> pair = tiers.get(i).elements(2, "a quantity and the unit price from there on");
            if (pair.size() != 2) {
                continue;
            }
            from[i] = pair.get(0).wholeOr(JsonField.NO_INDEX, 0, MOST_UNITS);
            price[i] = pair.get(1).amount();
            if (i == 0 && from[i] > 0) {
                pair.get(0).error("must be 0 for the first price, but is " + from[i], "the first price was left out");
            } else if (from[i] != JsonField.NO_INDEX && from[i] <= below) {
                pair.get(0)
                        .error(
                                "must be above the " + below + " before it, but is " + from[i],
                                "the prices are not sorted: sort them by quantity");
            }
            below = Math.max(below, from[i]);
        }
    }

    private double[][] space() {
        JsonField space = root.at("space");
        if (space.isGiven()) {
            return space.elements(warehouses, EACH_WAREHOUSE).stream()
                    .map(row -> row.amounts(periods, EACH_PERIOD))
                    .toArray(double[][]::new);
        }
        return IntStream.range(0, warehouses).mapToObj(w -> unlimited()).toArray(double[][]::new);
    }

    /** Negative where money is owed. It may be limited beyond the horizon, where payment falls later. */
    private double[] cash() {
        JsonField cash = root.at("cash");
        if (!cash.isGiven()) {
            return unlimited();
        }
        List<JsonField> elements = cash.elements();
        if (cash.isList() && elements.size() < periods) {
            cash.error(
                    "has a length of " + elements.size() + ", but must have " + periods + " or more, " + EACH_PERIOD,
                    "the list was cut, or was made for another T");
        }
        return elements.stream().mapToDouble(JsonField::number).toArray();
    }

    private double[] unlimited() {
        double[] limits = new double[Math.max(periods, 0)];
        Arrays.fill(limits, Double.POSITIVE_INFINITY);
        return limits;
    }
}
