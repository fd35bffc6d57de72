package org.plenish.engine.plan.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.plenish.engine.model.Baskets;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.SkuLocation;

class CoDemandTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final Baskets.Collector sales = new Baskets.Collector(1_000_000);

    private void sold(String customer, int daysAgo, String... items) {
        for (String item : items) {
            sales.add(TODAY.minusDays(daysAgo), SkuLocation.of(item, "NORTH"), customer);
        }
    }

    @Test
    void pairsShareMoreBasketsThanChanceHasIt() {
        sold("Ann", 1, "TEA", "CUP", "CUP"); // what is bought twice is in the basket once
        sold("Ann", 2, "TEA", "CUP");
        sold("Bob", 1, "TEA", "CUP");
        sold("Bob", 2, "TEA");
        sold("Cid", 1, "CUP", "LAMP");
        sold("Cid", 2, "CUP");
        for (int day = 3; day < 7; day++) {
            sold("Dan", day, "LAMP");
        }
        sold("Ann", 400, "TEA", "CUP"); // more than a year ago
        sold("", 1, "TEA", "LAMP");
        CoDemand north = CoDemand.of(sales.baskets(), TODAY, 10).get(0);
        assertThat(north.baskets()).isEqualTo(10);
        assertThat(north.pairs()).hasSize(1); // cup and lamp share one basket, fewer than three
        ItemPair pair = north.pairs().get(0);
        assertThat(pair.first()).isEqualTo(new ItemId("CUP")); // in 5 baskets, tea in 4
        assertThat(pair.second()).isEqualTo(new ItemId("TEA"));
        assertThat(pair.baskets()).isEqualTo(3);
        assertThat(pair.support()).isCloseTo(0.3, within(1e-12)); // 3 / 10
        assertThat(pair.confidence()).isCloseTo(0.75, within(1e-12)); // 3 / 4 of the baskets with tea
        assertThat(pair.lift()).isCloseTo(1.5, within(1e-12)); // 3 · 10 / 5 / 4
        assertThat(sales.baskets().anonymousRows()).isEqualTo(2);
    }

    @Test
    void wholeBasketsAreLeftOutWhereThereAreTooMany() {
        Baskets.Collector few = new Baskets.Collector(1_000);
        for (int customer = 0; customer < 4_000; customer++) {
            few.add(TODAY.minusDays(1), SkuLocation.of("TEA", "NORTH"), "customer " + customer);
            few.add(TODAY.minusDays(1), SkuLocation.of("CUP", "NORTH"), "customer " + customer);
        }
        Baskets kept = few.baskets();
        assertThat(kept.rows()).isBetween(400, 1_000);
        assertThat(kept.keptShare()).isCloseTo(0.0938, within(0.0313)); // 8,000 rows halved three or four times
        CoDemand north = CoDemand.of(kept, TODAY, 10).get(0);
        assertThat(north.baskets() * 2).isEqualTo(kept.rows()); // each with both
    }
}
