package org.plenish.web.item.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.LikePattern;

/** A filter as SQL: only what is filtered by, so that the database sees what is asked. Mutable while it is built. */
final class ItemConditions {

    /** More words than these are not looked for. */
    private static final int MOST_WORDS = 6;

    private static final String ANY = "ANY";

    /** In the plan, or by a person since. */
    private static final String OVERRIDDEN = "(item, warehouse) IN (SELECT item, warehouse FROM item_list"
            + " WHERE overridden <> '{}' UNION SELECT item, warehouse FROM policy_override WHERE ended_at IS NULL)";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final List<Facet> facets = new ArrayList<>();

    /** A condition whose rows were counted when the plan was stored. */
    record Facet(String kind, String value) {}

    private ItemConditions() {}

    static ItemConditions of(ItemFilter filter) {
        ItemConditions all = new ItemConditions();
        all.search(filter.q());
        all.facet("warehouse", "WAREHOUSE", filter.warehouse());
        all.facet("supplier", "SUPPLIER", filter.supplier());
        all.facet("category", "CATEGORY", filter.category());
        all.facet("policy_type", "POLICY", name(filter.policy()));
        all.facet("forecast_method", "METHOD", filter.method());
        all.facet("lifecycle", "LIFECYCLE", name(filter.lifecycle()));
        all.equal("abc_class", name(filter.abc()));
        all.equal("demand_class", name(filter.demand()));
        all.equal("status", name(filter.status()));
        all.exception(filter.exception());
        all.yes(filter.isProposed(), "proposed_units > 0");
        all.yes(filter.isOverridden(), OVERRIDDEN);
        all.yes(filter.isStopBuy(), "stop_buy");
        all.yes(filter.isRunsOut(), "runs_out_before < DATE '9999-12-31'");
        return all;
    }

    /** {@code WHERE} and what follows, or nothing. */
    String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    Map<String, Object> values() {
        return Map.copyOf(values);
    }

    /** Where one facet, or none, is all that is filtered by. */
    Optional<Facet> findOnlyFacet() {
        if (conditions.isEmpty()) {
            return Optional.of(new Facet("ALL", ""));
        }
        return conditions.size() == 1 && facets.size() == 1 ? Optional.of(facets.get(0)) : Optional.empty();
    }

    private void search(@Nullable String text) {
        if (text == null) {
            return;
        }
        int word = 0;
        for (String part : text.strip().split("\\s+")) {
            if (!part.isEmpty() && word < MOST_WORDS) {
                String name = "word" + word++;
                conditions.add("search LIKE :" + name);
                values.put(name, LikePattern.containing(part.toLowerCase(Locale.ROOT)));
            }
        }
    }

    private void facet(String column, String kind, @Nullable String value) {
        if (!ItemFilter.isBlank(value)) {
            facets.add(new Facet(kind, String.valueOf(value)));
            equal(column, value);
        }
    }

    private void equal(String column, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            conditions.add(column + " = :" + column);
            values.put(column, value);
        }
    }

    private void exception(@Nullable String kind) {
        if (kind == null || kind.isBlank()) {
            return;
        }
        if (kind.equals(ANY)) {
            conditions.add("exceptions > 0");
        } else {
            conditions.add("kinds @> ARRAY [CAST(:kind AS text)]");
            values.put("kind", kind);
        }
    }

    private void yes(boolean wanted, String condition) {
        if (wanted) {
            conditions.add(condition);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
