package org.plenish.web.dataset.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.plenish.engine.io.CsvTable.Column;
import org.plenish.engine.io.DatasetTable;

/** Guesses which file of a dataset a given one is, and which of its columns are meant; a person looks at it afterwards. */
final class ColumnGuess {

    /** Other names that columns usually have, in letters and digits only; by the dataset's name for them. */
    private static final Map<String, List<String>> SYNONYMS = Map.ofEntries(
            Map.entry(
                    "item",
                    List.of(
                            "sku",
                            "product",
                            "article",
                            "itemid",
                            "itemcode",
                            "itemno",
                            "productid",
                            "productcode",
                            "articleno",
                            "material",
                            "partnumber",
                            "stockcode",
                            "skucode")),
            Map.entry(
                    "warehouse",
                    List.of(
                            "location",
                            "site",
                            "store",
                            "branch",
                            "depot",
                            "plant",
                            "warehouseid",
                            "warehousecode",
                            "locationid",
                            "locationcode",
                            "dc")),
            Map.entry(
                    "quantity",
                    List.of(
                            "qty",
                            "units",
                            "unitssold",
                            "quantitysold",
                            "qtysold",
                            "amountsold",
                            "sold",
                            "orderqty",
                            "quantityordered")),
            Map.entry("unit_cost", List.of("cost", "costprice", "purchaseprice", "buyingprice", "costperunit")),
            Map.entry("unit_price", List.of("price", "salesprice", "sellingprice", "retailprice", "priceperunit")),
            Map.entry("supplier", List.of("vendor", "supplierid", "suppliercode", "vendorid", "vendorcode")),
            Map.entry("date", List.of("day", "salesdate", "saledate", "invoicedate", "orderdate", "transactiondate")),
            Map.entry(
                    "on_hand",
                    List.of(
                            "onhand",
                            "stock",
                            "stockonhand",
                            "qtyonhand",
                            "inventory",
                            "soh",
                            "balance",
                            "quantityonhand")),
            Map.entry("description", List.of("name", "itemname", "productname", "title", "itemdescription")),
            Map.entry("name", List.of("description", "suppliername", "vendorname", "warehousename")),
            Map.entry("category", List.of("group", "productgroup", "itemgroup", "family", "department", "class")),
            Map.entry("lead_time_days", List.of("leadtime", "leaddays", "leadtimeindays", "deliverydays")),
            Map.entry("min_order_quantity", List.of("moq", "minqty", "minorderqty", "minimumorderquantity")),
            Map.entry("order_multiple", List.of("multiple", "packsize", "casesize", "orderpack", "lotsize")),
            Map.entry("due_date", List.of("duedate", "deliverydate", "expecteddate", "eta", "duedateon")),
            Map.entry("order", List.of("orderno", "ordernumber", "orderid", "po", "ponumber")),
            Map.entry("customer", List.of("client", "customerid", "customercode", "customerno", "account")),
            Map.entry("promotion", List.of("promo", "campaign", "promotioncode")),
            Map.entry("shelf_life_days", List.of("shelflife")),
            Map.entry("unit_volume_m3", List.of("volume", "volumem3", "unitvolume", "cbm")),
            Map.entry("unit_weight_kg", List.of("weight", "weightkg", "unitweight")),
            Map.entry("capacity_m3", List.of("capacity", "volumecapacity")),
            Map.entry("from_warehouse", List.of("from", "source", "fromlocation", "fromsite")),
            Map.entry("to_warehouse", List.of("to", "destination", "tolocation", "tosite")),
            Map.entry("mean", List.of("forecast", "forecastquantity", "forecastqty")),
            Map.entry("period_start", List.of("period", "week", "month", "bucket")));

    private ColumnGuess() {}

    /** Its name without {@code .csv}; empty if nothing fits. */
    static String target(String fileName, List<String> header) {
        String file = letters(fileName.replaceFirst("[.].*", ""));
        List<DatasetTable> byName = DatasetTable.all().stream()
                .filter(table -> file.equals(letters(table.name())) || file.equals(letters(table.name()) + "s"))
                .toList();
        if (!byName.isEmpty()) {
            return byName.get(0).name();
        }
        return DatasetTable.all().stream()
                .filter(table -> hasRequired(table, columns(table, header)))
                .max(Comparator.comparingInt((DatasetTable table) -> file.contains(letters(table.name())) ? 1 : 0)
                        .thenComparingInt(table -> columns(table, header).size()))
                .map(DatasetTable::name)
                .orElse("");
    }

    /** By column of the dataset: the one of the file that is named so, or else the first that usually means it. */
    static Map<String, String> columns(DatasetTable table, List<String> header) {
        Map<String, String> found = new TreeMap<>();
        List<String> left = new ArrayList<>(header);
        left.removeIf(String::isEmpty);
        for (Column column : table.columns()) {
            left.stream()
                    .filter(given -> letters(given).equals(letters(column.name())))
                    .findFirst()
                    .ifPresent(given -> {
                        found.put(column.name(), given);
                        left.remove(given);
                    });
        }
        for (Column column : table.columns()) {
            List<String> synonyms = SYNONYMS.getOrDefault(column.name(), List.of());
            if (!found.containsKey(column.name())) {
                left.stream()
                        .filter(given -> synonyms.contains(letters(given)))
                        .findFirst()
                        .ifPresent(given -> {
                            found.put(column.name(), given);
                            left.remove(given);
                        });
            }
        }
        return found;
    }

    /** Only columns that are named as the dataset names them, in any case. */
    static Map<String, String> sameNames(DatasetTable table, List<String> header) {
        Map<String, String> found = new TreeMap<>();
        for (Column column : table.columns()) {
            header.stream()
                    .filter(column.name()::equalsIgnoreCase)
                    .findFirst()
                    .ifPresent(given -> found.put(column.name(), given));
        }
        return found;
    }

    private static boolean hasRequired(DatasetTable table, Map<String, String> columns) {
        return table.columns().stream().filter(Column::required).allMatch(column -> columns.containsKey(column.name()));
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
