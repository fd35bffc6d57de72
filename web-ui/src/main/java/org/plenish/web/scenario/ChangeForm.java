package org.plenish.web.scenario;

import static org.plenish.web.scenario.FormField.optional;
import static org.plenish.web.scenario.FormField.required;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.plenish.web.scenario.FormField.Input;
import org.springframework.util.MultiValueMap;

/**
 * A change as a person fills it in.
 *
 * @param kind as the YAML names it
 * @param values by field, as typed, blanks left out
 */
public record ChangeForm(String kind, Map<String, List<String>> values) {

    private static final FormField ITEMS = optional("items", Input.ITEMS);
    private static final FormField CATEGORIES = optional("categories", Input.CATEGORIES);
    private static final FormField WAREHOUSES = optional("warehouses", Input.WAREHOUSES);
    private static final FormField FROM = optional("from", Input.DATE);
    private static final FormField TO = optional("to", Input.DATE);
    private static final FormField FACTOR = optional("factor", Input.NUMBER);

    /** By kind, in the order of the form. */
    static final Map<String, List<FormField>> FIELDS = fields();

    public ChangeForm {
        values = Map.copyOf(values);
    }

    private static Map<String, List<FormField>> fields() {
        Map<String, List<FormField>> fields = new LinkedHashMap<>();
        fields.put(
                "demand",
                List.of(
                        FACTOR,
                        optional("shape", Input.NUMBERS),
                        optional("units", Input.NUMBER),
                        optional("add_units", Input.NUMBER),
                        FROM,
                        TO,
                        CATEGORIES,
                        WAREHOUSES,
                        ITEMS));
        fields.put("cash", List.of(FACTOR, optional("amount", Input.NUMBER), FROM, TO));
        fields.put("space", List.of(FACTOR, optional("capacity_m3", Input.NUMBER), WAREHOUSES));
        fields.put(
                "service",
                List.of(
                        required("target", Input.NUMBER),
                        optional("abc", Input.CLASSES),
                        CATEGORIES,
                        WAREHOUSES,
                        ITEMS));
        fields.put(
                "lead_time",
                List.of(
                        optional("suppliers", Input.SUPPLIERS),
                        optional("from_warehouse", Input.WAREHOUSE),
                        optional("to_warehouse", Input.WAREHOUSE),
                        FACTOR,
                        optional("add_days", Input.NUMBER),
                        optional("sd_factor", Input.NUMBER),
                        optional("sd_days", Input.NUMBER)));
        fields.put(
                "supplier_stop",
                List.of(
                        required("suppliers", Input.SUPPLIERS),
                        required("from", Input.DATE),
                        required("to", Input.DATE),
                        optional("delays_open_orders", Input.FLAG)));
        fields.put(
                "purchase_terms",
                List.of(
                        optional("suppliers", Input.SUPPLIERS),
                        ITEMS,
                        CATEGORIES,
                        optional("unit_cost_factor", Input.NUMBER),
                        optional("min_order_quantity", Input.NUMBER),
                        optional("min_order_quantity_factor", Input.NUMBER),
                        optional("order_multiple", Input.NUMBER),
                        optional("min_order_value", Input.NUMBER)));
        fields.put("selling_price", List.of(required("factor", Input.NUMBER), CATEGORIES, ITEMS));
        fields.put(
                "promotion",
                List.of(
                        required("uplift", Input.NUMBER),
                        required("from", Input.DATE),
                        required("to", Input.DATE),
                        optional("pulled_forward", Input.NUMBER),
                        CATEGORIES,
                        WAREHOUSES,
                        ITEMS));
        fields.put(
                "new_item",
                List.of(
                        required("item", Input.NEW_NAME),
                        required("like", Input.ITEM),
                        required("factor", Input.NUMBER),
                        required("from", Input.DATE),
                        WAREHOUSES));
        fields.put("end_of_life", List.of(required("from", Input.DATE), CATEGORIES, ITEMS));
        fields.put("clearance", List.of(required("share", Input.NUMBER), CATEGORIES, WAREHOUSES, ITEMS));
        fields.put(
                "lane_closed",
                List.of(
                        required("from_warehouse", Input.WAREHOUSE),
                        required("to_warehouse", Input.WAREHOUSE),
                        optional("both_ways", Input.FLAG)));
        fields.put(
                "warehouse_opened",
                List.of(
                        required("warehouse", Input.NEW_NAME),
                        required("like", Input.WAREHOUSE),
                        required("share", Input.NUMBER),
                        optional("capacity_m3", Input.NUMBER)));
        fields.put(
                "warehouse_closed", List.of(required("warehouse", Input.WAREHOUSE), required("into", Input.WAREHOUSE)));
        return fields;
    }

    static Set<String> kinds() {
        return FIELDS.keySet();
    }

    /** @param kind an unknown one: the first of all */
    static ChangeForm blank(String kind) {
        return new ChangeForm(FIELDS.containsKey(kind) ? kind : "demand", Map.of());
    }

    /** What a form has sent: only the fields of its kind, lists taken apart at commas and lines. */
    static ChangeForm of(String kind, MultiValueMap<String, String> sent) {
        ChangeForm blank = blank(kind);
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (FormField field : blank.fieldsOfKind()) {
            List<String> given = sent.getOrDefault(field.name(), List.of()).stream()
                    .flatMap(value -> field.input().isList() ? Stream.of(value.split("[,;\\n]")) : Stream.of(value))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .toList();
            if (!given.isEmpty()) {
                values.put(field.name(), field.input() == Input.NUMBERS ? numbers(sent, field) : given);
            }
        }
        return new ChangeForm(blank.kind(), values);
    }

    /** The same number may come twice. */
    private static List<String> numbers(MultiValueMap<String, String> sent, FormField field) {
        return sent.getOrDefault(field.name(), List.of()).stream()
                .flatMap(value -> Stream.of(value.split("[,;\\n]")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    public List<FormField> fieldsOfKind() {
        return FIELDS.getOrDefault(kind, List.of());
    }

    public boolean isGiven(String field, String value) {
        return values.getOrDefault(field, List.of()).contains(value);
    }

    /** As one text, to be shown again. */
    public String text(String field) {
        return String.join(", ", values.getOrDefault(field, List.of()));
    }

    /** As lines of YAML, the first without its dash. */
    List<String> yaml() {
        List<String> lines = new ArrayList<>();
        lines.add("change: " + kind);
        for (FormField field : fieldsOfKind()) {
            List<String> given = values.getOrDefault(field.name(), List.of());
            if (given.isEmpty()) {
                continue;
            }
            List<String> written = given.stream().map(Yaml::scalar).toList();
            lines.add(field.name() + ": "
                    + (field.input().isList() ? "[" + String.join(", ", written) + "]" : written.get(0)));
        }
        return lines;
    }
}
