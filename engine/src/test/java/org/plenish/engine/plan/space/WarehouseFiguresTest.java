package org.plenish.engine.plan.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.plenish.engine.plan.TeaFixture.MONDAY;
import static org.plenish.engine.plan.TeaFixture.NORTH;
import static org.plenish.engine.plan.TeaFixture.SOUTH;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.PurchaseOrder;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.TransferOrder;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.TeaFixture;
import org.plenish.engine.plan.TeaPlan;
import org.plenish.engine.plan.space.DockDay.Kind;

class WarehouseFiguresTest {

    private static ReplenishmentPlan plan() {
        return TeaPlan.of(
                TeaPlan.locations(),
                List.of(new PurchaseOrder(
                        "PO-0001",
                        new SupplierId("NEAR"),
                        NORTH.warehouse(),
                        MONDAY,
                        List.of(new PurchaseOrder.Line(
                                1, NORTH.item(), 24, 12, UnitPrice.parse("2.00"), MONDAY.plusDays(7), "")))),
                List.of(new TransferOrder(
                        "TR-0001",
                        SOUTH.warehouse(),
                        NORTH.warehouse(),
                        MONDAY,
                        MONDAY.plusDays(2),
                        List.of(new TransferOrder.Line(1, NORTH.item(), 20, Money.parse("1.04"), "")))));
    }

    @Test
    void theRoomOfEachBucketBalances() {
        List<SpaceBucket> buckets = SpaceOutlook.of(plan());
        assertThat(buckets).hasSize(2 * 4);
        for (SpaceBucket bucket : buckets) {
            assertThat(bucket.openingM3()
                            + bucket.receiptsM3()
                            + bucket.transfersInM3()
                            - bucket.transfersOutM3()
                            - bucket.issuedM3())
                    .as(bucket.toString())
                    .isCloseTo(bucket.closingM3(), within(1e-12));
        }
        SpaceBucket south = buckets.get(4);
        assertThat(south.warehouse()).isEqualTo(SOUTH.warehouse());
        assertThat(south.openingM3()).isCloseTo(0.12, within(1e-12)); // 60 · 0.002
        assertThat(south.transfersOutM3()).isCloseTo(0.04, within(1e-12)); // 20 · 0.002
        assertThat(south.peakM3()).isCloseTo(0.08, within(1e-12)); // (60 - 20) · 0.002
        assertThat(south.issuedM3()).isCloseTo(0.008, within(1e-12)); // 4 · 0.002
    }

    @Test
    void theDockSeesWhatIsOnOrderAndWhatIsProposed() {
        assertThat(DockLoad.of(TeaFixture.dataset(), plan()))
                .extracting(DockDay::warehouse, DockDay::day, DockDay::kind, DockDay::units)
                .containsExactly(
                        tuple(NORTH.warehouse(), MONDAY.plusDays(2), Kind.PROPOSED_TRANSFER_IN, 20L),
                        tuple(NORTH.warehouse(), MONDAY.plusDays(7), Kind.PROPOSED_PURCHASE, 24L),
                        tuple(NORTH.warehouse(), MONDAY.plusDays(9), Kind.OPEN_PURCHASE, 12L),
                        tuple(SOUTH.warehouse(), MONDAY, Kind.PROPOSED_TRANSFER_OUT, 20L));
    }

    @Test
    void whatSoldLatelyIsNotAged() {
        assertThat(AgedStock.of(plan(), 10)).isEmpty(); // the last sale was a day ago
    }
}
