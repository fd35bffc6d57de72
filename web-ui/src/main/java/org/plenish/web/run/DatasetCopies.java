package org.plenish.web.run;

import java.util.List;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.PolicyOverride;
import org.plenish.engine.model.Promotion;

/** The same dataset with one of its lists replaced. */
public final class DatasetCopies {

    private DatasetCopies() {}

    public static Dataset withPolicyOverrides(Dataset dataset, List<PolicyOverride> overrides) {
        return with(dataset, dataset.promotions(), overrides);
    }

    public static Dataset withPromotions(Dataset dataset, List<Promotion> promotions) {
        return with(dataset, promotions, dataset.policyOverrides());
    }

    private static Dataset with(Dataset dataset, List<Promotion> promotions, List<PolicyOverride> overrides) {
        return new Dataset(
                dataset.settings(),
                dataset.items(),
                dataset.warehouses(),
                dataset.suppliers(),
                dataset.supplyOptions(),
                dataset.lanes(),
                dataset.stock(),
                dataset.firstSale(),
                dataset.sales(),
                dataset.stockHistory(),
                dataset.openPurchaseOrders(),
                dataset.openTransfers(),
                dataset.openSalesOrders(),
                dataset.cashBudget(),
                promotions,
                dataset.billOfMaterials(),
                dataset.givenForecasts(),
                overrides);
    }
}
