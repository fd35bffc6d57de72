package org.plenish.engine.plan;

import static org.plenish.engine.plan.Wording.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.PurchaseOrder;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.TransferLane;
import org.plenish.engine.model.TransferOrder;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.optimize.OptimizationResult;
import org.plenish.engine.optimize.OptimizationResult.OrderLine;
import org.plenish.engine.optimize.OptimizationResult.TransferLine;
import org.plenish.engine.optimize.ProblemIndex;
import org.plenish.engine.plan.LineExplainer.Explained;

/** Gathers the optimizer's lines into purchase orders and transfers, dated, numbered and explained. */
final class OrderAssembly {

    private final ProblemIndex index;
    private final LineExplainer explainer;
    private final List<PurchaseOrder> purchaseOrders = new ArrayList<>();
    private final List<TransferOrder> transfers = new ArrayList<>();
    private final List<Explanation> explanations = new ArrayList<>();

    OrderAssembly(ProblemIndex index, LineExplainer explainer) {
        this.index = index;
        this.explainer = explainer;
    }

    void assemble(OptimizationResult result) {
        Map<PurchaseKey, List<OrderLine>> purchases = new TreeMap<>(PurchaseKey.ORDER);
        for (OrderLine line : result.orders()) {
            SupplyOption option = option(line);
            PurchaseKey key = new PurchaseKey(
                    orderDate(line), option.supplier(), index.warehouses().get(line.warehouse()));
            purchases.computeIfAbsent(key, none -> new ArrayList<>()).add(line);
        }
        purchases.forEach(this::addPurchase);

        Map<TransferKey, List<TransferLine>> moves = new TreeMap<>(TransferKey.ORDER);
        for (TransferLine line : result.transfers()) {
            TransferLane lane = index.lanes().get(line.lane());
            LocalDate shipDate = ProblemIndex.shipDate(lane, index.buckets(), line.period());
            moves.computeIfAbsent(new TransferKey(shipDate, lane.from(), lane.to()), none -> new ArrayList<>())
                    .add(line);
        }
        moves.forEach(this::addTransfer);
    }

    List<PurchaseOrder> purchaseOrders() {
        return purchaseOrders;
    }

    List<TransferOrder> transfers() {
        return transfers;
    }

    /** One a line: those of the purchase orders first, in order; none where lines are not explained. */
    List<Explanation> explanations() {
        return explanations;
    }

    private void addPurchase(PurchaseKey key, List<OrderLine> orderLines) {
        orderLines.sort(Comparator.comparingInt(OrderLine::sku).thenComparingInt(OrderLine::source));
        String number = text("PO-%05d", purchaseOrders.size() + 1);
        List<PurchaseOrder.Line> lines = new ArrayList<>();
        for (OrderLine line : orderLines) {
            SupplyOption option = option(line);
            LocalDate dueDate = key.orderDate().plusDays(option.leadTimeDays());
            Explained explained = explainer.explain(number, lines.size() + 1, line, option, key.orderDate(), dueDate);
            add(explained.explanation());
            lines.add(new PurchaseOrder.Line(
                    lines.size() + 1,
                    option.item(),
                    line.quantityUnits(),
                    option.orderMultipleUnits(),
                    option.unitCostAt(line.quantityUnits()),
                    dueDate,
                    explained.reason()));
        }
        purchaseOrders.add(new PurchaseOrder(
                number,
                key.supplier(),
                key.warehouse(),
                key.orderDate(),
                lines,
                containers(key.supplier(), orderLines)));
    }

    private void add(@Nullable Explanation explanation) {
        if (explanation != null) {
            explanations.add(explanation);
        }
    }

    private double containers(SupplierId supplier, List<OrderLine> orderLines) {
        Double containerM3 = index.supplier(supplier).containerVolumeM3();
        if (containerM3 == null) {
            return 0;
        }
        double volumeM3 = orderLines.stream()
                .mapToDouble(line ->
                        line.quantityUnits() * index.items().get(line.sku()).unitVolumeM3())
                .sum();
        return volumeM3 / containerM3;
    }

    private void addTransfer(TransferKey key, List<TransferLine> transferLines) {
        transferLines.sort(Comparator.comparingInt(TransferLine::sku));
        String number = text("TR-%05d", transfers.size() + 1);
        TransferLane lane = index.lanes().get(transferLines.get(0).lane());
        LocalDate dueDate = key.shipDate().plusDays(lane.leadTimeDays());
        List<TransferOrder.Line> lines = new ArrayList<>();
        for (TransferLine line : transferLines) {
            Explained explained = explainer.explain(number, lines.size() + 1, line, key.shipDate(), dueDate);
            add(explained.explanation());
            lines.add(new TransferOrder.Line(
                    lines.size() + 1,
                    index.items().get(line.sku()).id(),
                    line.quantityUnits(),
                    cost(line),
                    explained.reason()));
        }
        transfers.add(new TransferOrder(number, key.from(), key.to(), key.shipDate(), dueDate, lines));
    }

    private Money cost(TransferLine line) {
        TransferLane lane = index.lanes().get(line.lane());
        double volumeM3 = index.items().get(line.sku()).unitVolumeM3();
        return Money.of(line.quantityUnits()
                * (lane.costPerUnit().toDouble() + lane.costPerM3().toDouble() * volumeM3));
    }

    private SupplyOption option(OrderLine line) {
        return index.options().get(line.sku()).get(line.source());
    }

    private LocalDate orderDate(OrderLine line) {
        SupplyOption option = option(line);
        return Objects.requireNonNull(
                ProblemIndex.orderDate(option, index.supplier(option.supplier()), index.buckets(), line.period()),
                "an order in a period in which its supplier takes none");
    }

    private record PurchaseKey(LocalDate orderDate, SupplierId supplier, WarehouseId warehouse) {
        static final Comparator<PurchaseKey> ORDER = Comparator.comparing(PurchaseKey::orderDate)
                .thenComparing(PurchaseKey::supplier)
                .thenComparing(PurchaseKey::warehouse);
    }

    private record TransferKey(LocalDate shipDate, WarehouseId from, WarehouseId to) {
        static final Comparator<TransferKey> ORDER = Comparator.comparing(TransferKey::shipDate)
                .thenComparing(TransferKey::from)
                .thenComparing(TransferKey::to);
    }
}
