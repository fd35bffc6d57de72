package org.plenish.engine.io.golden;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the formulas answer to one case, by the file's names; more than a case expects does no harm. */
final class CaseAnswer {

    private final ObjectNode values = JsonNodeFactory.instance.objectNode();

    CaseAnswer with(String name, double value) {
        values.put(name, value);
        return this;
    }

    CaseAnswer with(String name, double[] list) {
        ArrayNode array = values.putArray(name);
        for (double value : list) {
            array.add(value);
        }
        return this;
    }

    CaseAnswer with(String name, int[] list) {
        ArrayNode array = values.putArray(name);
        for (int value : list) {
            array.add(value);
        }
        return this;
    }

    /** Values by key, as of a network's nodes. */
    CaseAnswer with(String name, Map<String, Double> byKey) {
        ObjectNode object = values.putObject(name);
        byKey.forEach(object::put);
        return this;
    }

    /** What was answered under {@code name}; a missing node where nothing was. */
    JsonNode value(String name) {
        return values.path(name);
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
