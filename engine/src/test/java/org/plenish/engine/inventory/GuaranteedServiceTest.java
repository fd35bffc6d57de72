package org.plenish.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plenish.engine.inventory.GuaranteedService.Link;
import org.plenish.engine.inventory.GuaranteedService.Placement;
import org.plenish.engine.inventory.GuaranteedService.Stage;

class GuaranteedServiceTest {

    /** Snyder & Shen (2019), example 6.5, with a mean demand of 5 at both ends. */
    private final GuaranteedService network = new GuaranteedService(
            List.of(inner(1, 1, 2, 1), inner(3, 2, 1, 0), end(2, 3, 1, 0), end(4, 3, 1, 1)),
            List.of(new Link(1, 3), new Link(3, 2), new Link(3, 4)));

    private final Map<Integer, Integer> promises = Map.of(1, 0, 2, 0, 3, 0, 4, 1);

    @Test
    void findsTheCheapestPromises() {
        Placement placement = network.optimize();

        assertThat(placement.serviceTimes()).isEqualTo(promises);
        assertThat(placement.cost()).isCloseTo(8.277917, within(1e-6)); // √6 + 2·√2 + 3
    }

    @Test
    void stockCoversTheNetLeadTime() {
        assertThat(network.inboundServiceTime(1, promises)).isEqualTo(1);
        assertThat(network.netLeadTime(1, promises)).isEqualTo(3); // 1 + 2 - 0
        assertThat(network.safetyStock(1, promises)).isCloseTo(Math.sqrt(6), within(1e-12)); // √2 · √3
        assertThat(network.baseStock(1, promises)).isCloseTo(30 + Math.sqrt(6), within(1e-12)); // 10 · 3
        assertThat(network.netLeadTime(4, promises)).isZero(); // 0 + 1 - 1
    }

    @Test
    void baseStocksCostWhatTheirPromisesCost() {
        Map<Integer, Double> levels = new HashMap<>();
        for (int stage = 1; stage <= 4; stage++) {
            levels.put(stage, network.baseStock(stage, promises));
        }

        assertThat(network.costOfBaseStocks(levels)).isCloseTo(network.cost(promises), within(1e-9));
    }

    @Test
    void noPromisesOfRandomTreesAreCheaper() {
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            int count = 2 + random.nextInt(3);
            List<Link> links = new ArrayList<>();
            boolean[] feeds = new boolean[count];
            for (int k = 1; k < count; k++) {
                int other = random.nextInt(k);
                boolean forward = random.nextBoolean();
                links.add(forward ? new Link(other, k) : new Link(k, other));
                feeds[forward ? other : k] = true;
            }
            List<Stage> stages = new ArrayList<>();
            for (int k = 0; k < count; k++) {
                int holding = 1 + random.nextInt(9);
                int periods = random.nextInt(3);
                stages.add(feeds[k] ? inner(k, holding, periods, random.nextInt(2)) : end(k, holding, periods, 1));
            }
            GuaranteedService tree = new GuaranteedService(stages, links);

            assertThat(tree.optimize().cost()).isCloseTo(cheapest(tree, stages, 0, new HashMap<>()), within(1e-9));
        }
    }

    @Test
    void refusesWhatIsNoTree() {
        List<Stage> two = List.of(inner(1, 1, 1, 0), end(2, 1, 1, 0));

        assertThatThrownBy(() -> new GuaranteedService(two, List.of())).hasMessageContaining("must be one tree");
        assertThatThrownBy(() -> new GuaranteedService(two, List.of(new Link(1, 2), new Link(2, 1))))
                .hasMessageContaining("must be one tree");
        assertThatThrownBy(() -> new GuaranteedService(two, List.of(new Link(1, 9))))
                .hasMessage("stage 9: is not in the network.");
        assertThatThrownBy(() -> network.netLeadTime(3, Map.of(1, 0, 3, 5)))
                .hasMessageContaining("service time of stage 3: 5 must be at most 1");
    }

    /** Tries every combination of promises up to seven periods. */
    private static double cheapest(GuaranteedService tree, List<Stage> stages, int at, Map<Integer, Integer> promises) {
        if (at == stages.size()) {
            try {
                return tree.cost(promises);
            } catch (IllegalArgumentException tooLong) {
                return Double.POSITIVE_INFINITY;
            }
        }
        double least = Double.POSITIVE_INFINITY;
        int longest = Math.min(7, stages.get(at).outboundPeriods().orElse(7));
        for (int periods = 0; periods <= longest; periods++) {
            promises.put(stages.get(at).id(), periods);
            least = Math.min(least, cheapest(tree, stages, at + 1, promises));
        }
        return least;
    }

    private static Stage inner(int id, double holdingCost, int periods, int inbound) {
        return new Stage(id, holdingCost, periods, inbound, OptionalInt.empty(), 1, 0, 0);
    }

    private static Stage end(int id, double holdingCost, int periods, int outbound) {
        return new Stage(id, holdingCost, periods, 0, OptionalInt.of(outbound), 1, 5, 1);
    }
}
