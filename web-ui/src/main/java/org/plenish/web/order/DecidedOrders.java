package org.plenish.web.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.CashBudget;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.OpenTransfer;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.model.WarehouseId;
import org.plenish.web.order.life.OrderState;
import org.plenish.web.run.Decisions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Approved orders and pinned lines as the next run has to take them: on order, their goods coming, their money committed,
 * their units promised by the warehouse that sends. An order that the dataset itself has open, by its number, is not
 * added again.
 *
 * <p>A dataset's stock is what lies there at the beginning of its day. What has come in since, or that day, is added to the
 * stock of the warehouse that has it; what a sender has sent since, or that day, is promised there.
 */
@Component
class DecidedOrders implements Decisions {

    private record Line(
            OrderKind kind,
            String number,
            String partner,
            String warehouse,
            LocalDate orderDate,
            LocalDate dueDate,
            String item,
            int units,
            BigDecimal unitCost,
            @Nullable LocalDate sentOn,
            long lineId) {

        private SkuLocation destination() {
            return new SkuLocation(new ItemId(item), new WarehouseId(warehouse));
        }
    }

    private record Arrived(
            OrderKind kind,
            String number,
            String partner,
            String warehouse,
            String item,
            int units,
            @Nullable LocalDate sentOn) {}

    private static final String SENT_ON = """
            (SELECT max((e.at AT TIME ZONE 'UTC')::date) FROM order_event e
                WHERE e.order_id = o.id AND e.action = 'SEND') AS sent_on""";

    private final JdbcClient jdbc;

    DecidedOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Dataset addTo(Dataset dataset) {
        Set<String> known = Stream.concat(
                        dataset.openPurchaseOrders().stream().map(OpenPurchaseOrder::order),
                        dataset.openTransfers().stream().map(OpenTransfer::order))
                .collect(Collectors.toSet());
        List<Line> lines = lines().stream()
                .filter(line -> !known.contains(line.number()))
                .filter(line -> dataset.items().containsKey(new ItemId(line.item()))
                        && dataset.warehouses().containsKey(new WarehouseId(line.warehouse())))
                .toList();
        List<OpenPurchaseOrder> purchases = new ArrayList<>(dataset.openPurchaseOrders());
        List<OpenTransfer> transfers = new ArrayList<>(dataset.openTransfers());
        SortedMap<SkuLocation, StockPosition> stock = new TreeMap<>(dataset.stock());
        TreeMap<LocalDate, Money> cash = new TreeMap<>(dataset.cashBudget().amounts());
        List<Arrived> arrivals = arrivedSince(dataset.settings().asOf()).stream()
                .filter(arrived -> !known.contains(arrived.number()))
                .filter(arrived -> dataset.items().containsKey(new ItemId(arrived.item()))
                        && dataset.warehouses().containsKey(new WarehouseId(arrived.warehouse())))
                .toList();
        for (Arrived arrived : arrivals) {
            stock.compute(
                    new SkuLocation(new ItemId(arrived.item()), new WarehouseId(arrived.warehouse())),
                    (location, position) ->
                            with(position == null ? StockPosition.empty(location) : position, arrived.units()));
        }
        // After all that has come in: a sender may have its stock from there.
        for (Arrived arrived : arrivals) {
            if (arrived.kind() == OrderKind.TRANSFER && liesWithSender(arrived.sentOn(), dataset)) {
                promise(stock, arrived.item(), new WarehouseId(arrived.partner()), arrived.units());
            }
        }
        for (Line line : lines) {
            if (line.kind() == OrderKind.PURCHASE) {
                Supplier supplier = dataset.suppliers().get(new SupplierId(line.partner()));
                if (supplier != null) {
                    UnitPrice price = new UnitPrice(line.unitCost());
                    purchases.add(new OpenPurchaseOrder(
                            line.number(),
                            supplier.id(),
                            line.destination(),
                            line.units(),
                            line.dueDate(),
                            line.orderDate(),
                            price));
                    if (!line.orderDate().isBefore(dataset.settings().asOf())) {
                        spend(cash, payDay(dataset, supplier, line.orderDate()), price.times(line.units()));
                    }
                }
            } else if (dataset.warehouses().containsKey(new WarehouseId(line.partner()))) {
                WarehouseId from = new WarehouseId(line.partner());
                transfers.add(new OpenTransfer(
                        line.number(),
                        from,
                        new WarehouseId(line.warehouse()),
                        new ItemId(line.item()),
                        line.units(),
                        line.dueDate()));
                if (liesWithSender(line.sentOn(), dataset)) {
                    promise(stock, line.item(), from, line.units());
                }
            }
        }
        return new Dataset(
                dataset.settings(),
                dataset.items(),
                dataset.warehouses(),
                dataset.suppliers(),
                dataset.supplyOptions(),
                dataset.lanes(),
                stock,
                dataset.firstSale(),
                dataset.sales(),
                dataset.stockHistory(),
                purchases,
                transfers,
                dataset.openSalesOrders(),
                new CashBudget(
                        cash,
                        dataset.cashBudget().carryForward(),
                        dataset.cashBudget().basis()),
                dataset.promotions(),
                dataset.billOfMaterials(),
                dataset.givenForecasts(),
                dataset.policyOverrides(),
                dataset.baskets());
    }

    /** What of a line a dataset does not have. */
    enum Missing {
        ITEM,
        WAREHOUSE,
        PARTNER
    }

    /** A line that a dataset cannot take as given. */
    record SetAside(
            long lineId,
            OrderKind kind,
            String number,
            String item,
            String warehouse,
            int units,
            Missing missing,
            String missingName) {}

    /** The lines that {@link #addTo} leaves out, because the dataset has no such item, warehouse, supplier or sender. */
    List<SetAside> setAsideBy(Dataset dataset) {
        return lines().stream()
                .flatMap(line -> findMissing(line, dataset).stream())
                .toList();
    }

    private static Optional<SetAside> findMissing(Line line, Dataset dataset) {
        if (!dataset.items().containsKey(new ItemId(line.item()))) {
            return Optional.of(setAside(line, Missing.ITEM, line.item()));
        }
        if (!dataset.warehouses().containsKey(new WarehouseId(line.warehouse()))) {
            return Optional.of(setAside(line, Missing.WAREHOUSE, line.warehouse()));
        }
        boolean hasPartner = line.kind() == OrderKind.PURCHASE
                ? dataset.suppliers().containsKey(new SupplierId(line.partner()))
                : dataset.warehouses().containsKey(new WarehouseId(line.partner()));
        return hasPartner ? Optional.empty() : Optional.of(setAside(line, Missing.PARTNER, line.partner()));
    }

    private static SetAside setAside(Line line, Missing missing, String name) {
        return new SetAside(
                line.lineId(), line.kind(), line.number(), line.item(), line.warehouse(), line.units(), missing, name);
    }

    private List<Line> lines() {
        return jdbc.sql("""
                        SELECT kind, number, partner, warehouse, order_date, due_date, item,
                            quantity_units - received_units AS units, unit_cost, l.id AS line_id,
                        """ + SENT_ON + """
                         FROM order_line l JOIN orders o ON o.id = l.order_id
                        WHERE (state IN (:committed) OR pinned AND state IN (:kept)) AND quantity_units > received_units
                        ORDER BY number, line""")
                .params(Map.of(
                        "committed",
                        OrderState.names(OrderState::isCommitted),
                        "kept",
                        OrderState.names(OrderState::isKept)))
                .query(Line.class)
                .list();
    }

    private List<Arrived> arrivedSince(LocalDate day) {
        return jdbc.sql("SELECT kind, number, partner, warehouse, item, r.units, " + SENT_ON + """
                         FROM order_receipt r JOIN order_line l ON l.id = r.line_id JOIN orders o ON o.id = l.order_id
                        WHERE received_on >= :day ORDER BY r.id""")
                .param("day", day)
                .query(Arrived.class)
                .list();
    }

    /** Whether the sender's stock, as the dataset has it, still holds what is to be sent, or was sent since. */
    private static boolean liesWithSender(@Nullable LocalDate sentOn, Dataset dataset) {
        return sentOn == null || !sentOn.isBefore(dataset.settings().asOf());
    }

    private static void promise(
            SortedMap<SkuLocation, StockPosition> stock, String item, WarehouseId sender, int units) {
        stock.computeIfPresent(
                new SkuLocation(new ItemId(item), sender),
                (location, position) -> new StockPosition(
                        location,
                        position.onHandUnits(),
                        Math.addExact(position.allocatedUnits(), units),
                        position.backorderedUnits(),
                        position.lots()));
    }

    private static StockPosition with(StockPosition position, int units) {
        return new StockPosition(
                position.location(),
                Math.addExact(position.onHandUnits(), units),
                position.allocatedUnits(),
                position.backorderedUnits(),
                position.lots());
    }

    private static LocalDate payDay(Dataset dataset, Supplier supplier, LocalDate orderDate) {
        return dataset.cashBudget().basis() == CashBudget.Basis.PAYMENT
                ? orderDate.plusDays(supplier.paymentTermsDays())
                : orderDate;
    }

    /** From the budget of the day's bucket; what is more than it holds, from those that follow. */
    private static void spend(TreeMap<LocalDate, Money> cash, LocalDate day, Money amount) {
        LocalDate bucket = cash.floorKey(day);
        Money left = amount;
        while (bucket != null && left.compareTo(Money.ZERO) > 0) {
            Money held = cash.getOrDefault(bucket, Money.ZERO);
            Money used = held.compareTo(left) < 0 ? held : left;
            cash.put(bucket, held.minus(used));
            left = left.minus(used);
            bucket = cash.higherKey(bucket);
        }
    }
}
