package org.plenish.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plenish.engine.model.PurchaseOrder;

class OrderAssemblyTest {

    @Test
    void tellsHowManyContainersAnOrderFillsAndStarts() {
        PurchaseOrder order =
                TeaPlan.plan(TeaFixture.inContainers(0.018)).purchaseOrders().get(0);

        assertThat(order.containers()).isCloseTo(2.667, within(0.001)); // 24 · 0.002 / 0.018
        assertThat(order.startedContainers()).isEqualTo(3);
    }

    @Test
    void anOrderOfFullContainersStartsNoMore() {
        PurchaseOrder order =
                TeaPlan.plan(TeaFixture.inContainers(0.016)).purchaseOrders().get(0);

        assertThat(order.startedContainers()).isEqualTo(3); // 24 · 0.002 / 0.016 = 3
    }

    @Test
    void aSupplierWithoutContainersStartsNone() {
        assertThat(TeaPlan.plan().purchaseOrders().get(0).startedContainers()).isZero();
    }
}
