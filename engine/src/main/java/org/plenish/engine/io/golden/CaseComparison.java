package org.plenish.engine.io.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Holds an answer against what a case expects, within its tolerance. */
final class CaseComparison {

    /**
     * Numbers agree to this share of themselves whatever their tolerance: some expected roots were searched for with a
     * stopping rule and are off by up to 3e-9. The published cases' own convention allows 1e-6.
     */
    private static final double ROUNDING = 1e-8;

    private final List<String> differences = new ArrayList<>();

    private CaseComparison() {}

    /**
     * What differs, a line each with expected and actual value; empty where the answer holds.
     *
     * @param tolerance by name of the expected value: {@code abs}, {@code rel} or both, where missing none
     */
    static List<String> differences(JsonNode expected, JsonNode tolerance, CaseAnswer answer) {
        CaseComparison comparison = new CaseComparison();
        for (Map.Entry<String, JsonNode> value : expected.properties()) {
            String name = value.getKey();
            comparison.compare(name, value.getValue(), answer.value(name), tolerance.path(name));
        }
        return comparison.differences;
    }

    private void compare(String name, JsonNode expected, JsonNode actual, JsonNode tolerance) {
        if (expected.isNull()) {
            return; // a dummy in front of a list that counts from 1
        }
        if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(name + "[" + i + "]", expected.path(i), actual.path(i), tolerance);
            }
        } else if (expected.isObject() && actual.isObject() && expected.size() == actual.size()) {
            for (Map.Entry<String, JsonNode> value : expected.properties()) {
                compare(name + "." + value.getKey(), value.getValue(), actual.path(value.getKey()), tolerance);
            }
        } else if (!expected.isNumber() || !actual.isNumber() || !agree(expected, actual, tolerance)) {
            differences.add(name + ": expected " + expected + ", actual "
                    + (actual.isMissingNode() ? "nothing" : actual) + " (tolerance " + tolerance + ")");
        }
    }

    private static boolean agree(JsonNode expected, JsonNode actual, JsonNode tolerance) {
        double wanted = expected.asDouble();
        double allowed = Math.max(
                tolerance.path("abs").asDouble(0),
                Math.max(tolerance.path("rel").asDouble(0), ROUNDING) * Math.abs(wanted));
        return Math.abs(actual.asDouble() - wanted) <= allowed;
    }
}
