package org.plenish.web.override;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenish.web.override.OverridePage.Line;
import org.plenish.web.override.OverrideQueries.Given;
import org.plenish.web.override.OverrideQueries.Place;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.PlanHeader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Collects what the form of one SKU-location shows. */
@Component
class OverridePages {

    private final OverrideQueries queries;
    private final OverrideStore store;
    private final JdbcClient jdbc;

    OverridePages(OverrideQueries queries, OverrideStore store, JdbcClient jdbc) {
        this.queries = queries;
        this.store = store;
        this.jdbc = jdbc;
    }

    /** @throws NothingFoundException if the plan has no such SKU-location */
    OverridePage page(PlanHeader plan, String item, String warehouse) {
        Place place = queries.findPlace(plan.runId(), item, warehouse)
                .orElseThrow(() ->
                        new NothingFoundException("The current plan has no item " + item + " at " + warehouse + "."));
        Place rules = queries.findRules(plan.runId(), place).orElse(place);
        Map<OverrideField, Given> given = queries.given(plan.runId(), item, warehouse);
        Map<OverrideField, StandingOverride> people = new EnumMap<>(OverrideField.class);
        store.standing(item, warehouse).forEach(one -> people.put(one.field(), one));
        OffsetDateTime begun = jdbc.sql("SELECT started_at FROM planning_run WHERE id = :run")
                .param("run", plan.runId())
                .query(OffsetDateTime.class)
                .single();
        List<Line> lines = new ArrayList<>();
        for (OverrideField field : OverrideField.values()) {
            StandingOverride person = people.get(field);
            Given own = given.get(field);
            boolean next = person != null && person.setAt().isAfter(begun);
            lines.add(new Line(
                    field, value(rules, field), own, person, inForce(plan, place, field, person, own, next), next));
        }
        return new OverridePage(
                place.item(),
                place.warehouse(),
                place.description(),
                place.warehouseName(),
                Integer.toHexString((item + "\n" + warehouse).hashCode()),
                lines);
    }

    /** What bounds an order is no value of the policy, so it is taken from whoever set it. */
    private static @Nullable Double inForce(
            PlanHeader plan,
            Place place,
            OverrideField field,
            @Nullable StandingOverride person,
            @Nullable Given given,
            boolean next) {
        Double planned = value(place, field);
        if (planned != null) {
            return planned;
        }
        if (person != null && !next && person.isInForceOn(plan.planDate())) {
            return person.value();
        }
        return given == null ? null : given.value();
    }

    private static @Nullable Double value(Place place, OverrideField field) {
        return switch (field) {
            case SERVICE_LEVEL -> place.serviceTarget();
            case SAFETY_STOCK -> (double) place.safetyStockUnits();
            case REORDER_POINT -> (double) place.reorderPointUnits();
            case ORDER_UP_TO_LEVEL -> (double) place.orderUpToUnits();
            case MIN_QUANTITY, MAX_QUANTITY -> null;
            case STOP_BUY -> place.stopBuy() ? 1.0 : 0.0;
        };
    }
}
