package org.plenish.engine.simulate.backtest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plenish.engine.inventory.OrderLattice;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.policy.PolicyCalculator;

/** On what terms a SKU-location is bought: its option of best priority that delivers there on the dataset's date. */
record SupplyTerms(Supplier supplier, SupplyOption option, OrderLattice lattice) {

    /** Finds the terms of a dataset's SKU-locations. */
    record Finder(Dataset dataset, Map<ItemId, List<SupplyOption>> optionsByItem) {

        Finder(Dataset dataset) {
            this(dataset, dataset.supplyOptionsByItem());
        }

        Optional<SupplyTerms> find(SkuLocation location) {
            return optionsByItem.getOrDefault(location.item(), List.of()).stream()
                    .filter(option -> option.delivers(location.warehouse())
                            && option.isValidOn(dataset.settings().asOf()))
                    .findFirst()
                    .map(option -> new SupplyTerms(
                            dataset.supplier(option.supplier()), option, PolicyCalculator.lattice(option)));
        }
    }
}
