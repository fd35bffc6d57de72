package org.plenish.engine.io;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.CsvTable.Column;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.plan.scenario.ChangeFields;
import org.plenish.engine.policy.AbcClass;

/** One change of a scenario file, read against the dataset that it changes. */
final class ScenarioFields implements ChangeFields {

    private final Dataset dataset;
    private final YamlFields fields;
    private final String file;
    private final int line;
    private final Keys<ItemId> items;
    private final Keys<WarehouseId> warehouses;
    private final Keys<SupplierId> suppliers;
    private final Keys<String> categories;
    private final Set<String> asked = new LinkedHashSet<>();

    /** @param names of the dataset and of what earlier changes of the scenario add to it */
    ScenarioFields(Dataset dataset, Names names, YamlFields fields, String file, long line) {
        this.dataset = dataset;
        this.fields = fields;
        this.file = file;
        this.line = Math.toIntExact(line);
        this.items = names.items();
        this.warehouses = names.warehouses();
        this.suppliers = names.suppliers();
        this.categories = names.categories();
    }

    /** What a change may name. */
    record Names(
            Keys<ItemId> items, Keys<WarehouseId> warehouses, Keys<SupplierId> suppliers, Keys<String> categories) {

        static Names of(Dataset dataset) {
            Set<String> categories = dataset.items().values().stream()
                    .map(Item::category)
                    .filter(category -> !category.isBlank())
                    .collect(Collectors.toSet());
            return new Names(
                    Keys.of("items.csv", ItemId::new, dataset.items().keySet()),
                    Keys.of(
                            "warehouses.csv",
                            WarehouseId::new,
                            dataset.warehouses().keySet()),
                    Keys.of(
                            "suppliers.csv",
                            SupplierId::new,
                            dataset.suppliers().keySet()),
                    Keys.of("the category column of items.csv", category -> category, categories));
        }
    }

    /** Names that stand there but that nobody asked for. */
    Collection<String> unknown() {
        return fields.names().stream().filter(name -> !asked.contains(name)).toList();
    }

    Set<String> asked() {
        return asked;
    }

    @Override
    public Dataset dataset() {
        return dataset;
    }

    @Override
    public String place() {
        return file + " line " + line;
    }

    @Override
    public int line() {
        return line;
    }

    @Override
    public boolean isGiven(String field) {
        asked.add(field);
        return fields.isGiven(field);
    }

    private CsvRow one(String field) {
        asked.add(field);
        return fields.one(field);
    }

    private static Column cell(String field) {
        return YamlFields.cell(field);
    }

    @Override
    public String text(String field) {
        return one(field).text(cell(field));
    }

    @Override
    public ItemId newItem(String field) {
        return unused(field, items, ItemId::new);
    }

    @Override
    public WarehouseId newWarehouse(String field) {
        return unused(field, warehouses, WarehouseId::new);
    }

    private <K> K unused(String field, Keys<K> keys, Function<String, K> make) {
        CsvRow row = one(field);
        K key = row.key(cell(field), make);
        if (row.isGiven(cell(field)) && keys.isKnown(key)) {
            row.error(cell(field), "must be a new name, but the dataset has it", "give it another one");
        } else {
            keys.add(key);
        }
        return key;
    }

    @Override
    public ItemId item(String field) {
        return items.refer(one(field), cell(field));
    }

    @Override
    public WarehouseId warehouse(String field) {
        return warehouses.refer(one(field), cell(field));
    }

    @Override
    public Set<ItemId> items(String field) {
        return set(field, items::refer);
    }

    @Override
    public Set<String> categories(String field) {
        return set(field, categories::refer);
    }

    @Override
    public Set<WarehouseId> warehouses(String field) {
        return set(field, warehouses::refer);
    }

    @Override
    public Set<SupplierId> suppliers(String field) {
        return set(field, suppliers::refer);
    }

    @Override
    public Set<AbcClass> abcClasses(String field) {
        return set(field, (row, column) -> row.oneOf(column, AbcClass.class, AbcClass.A));
    }

    private <T> Set<T> set(String field, BiFunction<CsvRow, Column, T> read) {
        asked.add(field);
        Set<T> values = new LinkedHashSet<>();
        for (CsvRow row : fields.all(field)) {
            values.add(read.apply(row, cell(field)));
        }
        return values;
    }

    @Override
    public double number(String field, double least, double most) {
        return one(field).number(cell(field), least, most);
    }

    @Override
    public @Nullable Double numberIfGiven(String field, double least, double most) {
        return one(field).numberIfGiven(cell(field), least, most);
    }

    @Override
    public List<Double> numbers(String field, double least, double most) {
        asked.add(field);
        List<Double> numbers = new ArrayList<>();
        for (CsvRow row : fields.all(field)) {
            numbers.add(row.number(cell(field), least, most));
        }
        return numbers;
    }

    @Override
    public @Nullable Integer wholeNumberIfGiven(String field, int least) {
        return one(field).wholeNumberIfGiven(cell(field), least);
    }

    @Override
    public @Nullable Money moneyIfGiven(String field) {
        CsvRow row = one(field);
        return row.isGiven(cell(field)) ? row.money(cell(field)) : null;
    }

    @Override
    public LocalDate date(String field) {
        return one(field).date(cell(field));
    }

    @Override
    public @Nullable LocalDate dateIfGiven(String field) {
        return one(field).dateIfGiven(cell(field));
    }

    @Override
    public boolean flag(String field) {
        return one(field).flag(cell(field));
    }

    @Override
    public void error(String field, String requirement, @Nullable String suggestion) {
        asked.add(field);
        fields.error(field, null, requirement, suggestion);
    }
}
