package org.plenish.engine.optimize.trade;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;

/** The SKUs that may change, all of a problem or some. Immutable. */
public final class Members {

    private final List<Integer> skus;
    private final Map<Integer, List<Integer>> bySupplier = new LinkedHashMap<>();

    /** @param skus at least one */
    public Members(ExactProblem problem, List<Integer> skus) {
        this.skus = List.copyOf(skus);
        for (int sku : this.skus) {
            problem.sku(sku).sources().stream()
                    .map(Source::supplier)
                    .distinct()
                    .forEach(supplier -> bySupplier
                            .computeIfAbsent(supplier, none -> new ArrayList<>())
                            .add(sku));
        }
    }

    public List<Integer> skus() {
        return skus;
    }

    int any(Random random) {
        return skus.get(random.nextInt(skus.size()));
    }

    List<Integer> ofSupplier(int supplier) {
        return bySupplier.getOrDefault(supplier, List.of());
    }

    List<Integer> shuffled(List<Integer> some, Random random) {
        List<Integer> shuffled = new ArrayList<>(some);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
