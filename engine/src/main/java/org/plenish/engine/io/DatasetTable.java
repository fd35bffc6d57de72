package org.plenish.engine.io;

import java.util.List;
import java.util.Map;
import org.plenish.engine.io.CsvTable.Column;

/**
 * A file that a dataset may have.
 *
 * @param name without {@code .csv}
 * @param required whether a dataset must have it; of {@code sales} and {@code forecast} it must have one
 * @param columns as the reader knows them, in the contract's order
 */
public record DatasetTable(String name, boolean required, List<Column> columns) {

    public DatasetTable {
        columns = List.copyOf(columns);
    }

    /** All of them, those that a dataset must have first. */
    public static List<DatasetTable> all() {
        References none = References.empty();
        PriceBreaksTable priceBreaks = new PriceBreaksTable(none);
        return List.of(
                of("items", true, new ItemsTable(none.items())),
                of("warehouses", true, new WarehousesTable(none.warehouses())),
                of("suppliers", true, new SuppliersTable(none.suppliers())),
                of("item_suppliers", true, new SupplyOptionsTable(none, Map.of(), Map.of(), priceBreaks)),
                of("stock", true, new StockTable(none)),
                of("sales", true, new SalesTable(none, null)),
                of("forecast", false, new GivenForecastsTable(none)),
                of("price_breaks", false, priceBreaks),
                of("lanes", false, new LanesTable(none.warehouses())),
                of("stock_history", false, new StockHistoryTable(none, null)),
                of("open_purchase_orders", false, new OpenPurchaseOrdersTable(none)),
                of("open_transfers", false, new OpenTransfersTable(none)),
                of("open_sales_orders", false, new OpenSalesOrdersTable(none)),
                of("cash_budget", false, new CashBudgetTable()),
                of("promotions", false, new PromotionsTable(none)),
                of("bill_of_materials", false, new BillOfMaterialsTable(none.items())),
                of("policy_overrides", false, new PolicyOverridesTable(none)));
    }

    private static DatasetTable of(String name, boolean required, CsvTable table) {
        return new DatasetTable(name, required, table.columns());
    }
}
