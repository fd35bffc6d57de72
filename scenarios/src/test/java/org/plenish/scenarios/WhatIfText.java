package org.plenish.scenarios;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.scenario.Measure;

/** What a what-if comes to, as a person would note it down. */
final class WhatIfText {

    /** By the measures' ids. */
    private static final Map<String, String> LABELS = labels();

    private WhatIfText() {}

    static String of(String name, ReplenishmentPlan plan) {
        Map<String, Double> values = Measure.of(plan).stream().collect(Collectors.toMap(Measure::id, Measure::value));
        StringBuilder text = new StringBuilder(name).append('\n');
        LABELS.forEach((id, label) ->
                text.append(String.format(Locale.ROOT, "  %s %.1f\n", label, values.getOrDefault(id, Double.NaN))));
        return text.toString();
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("cost", "cost, EUR");
        labels.put("cost_shortage", "of it shortage");
        labels.put("cost_below_safety_stock", "of it below safety stock");
        labels.put("fill_rate", "fill rate, %");
        labels.put("average_stock", "average stock, EUR");
        labels.put("safety_stock", "safety stock, EUR");
        labels.put("purchase_orders", "purchase orders");
        labels.put("limits_not_kept", "limits not kept");
        return labels;
    }
}
