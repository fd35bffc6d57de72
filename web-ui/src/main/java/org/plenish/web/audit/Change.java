package org.plenish.web.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One field that differs between before and after.
 *
 * @param field where it is, such as {@code lines[2].units}; empty if the whole is one value
 * @param before null if it was not there
 * @param after null if it is not there any more
 */
public record Change(
        String field, @Nullable String before, @Nullable String after) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The fields that differ, by name. */
    static List<Change> between(@Nullable String before, @Nullable String after) {
        List<Change> changes = new ArrayList<>();
        compare("", read(before), read(after), changes);
        return List.copyOf(changes);
    }

    private static JsonNode read(@Nullable String json) {
        return json == null ? JSON.missingNode() : JSON.readTree(json);
    }

    private static void compare(String field, JsonNode before, JsonNode after, List<Change> changes) {
        if (before.equals(after) || (isAbsent(before) && isAbsent(after))) {
            return;
        }
        if (isWhole(before) && isWhole(after)) {
            changes.add(new Change(field, text(before), text(after)));
        } else if (before.isArray() || after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(field + "[" + (i + 1) + "]", before.path(i), after.path(i), changes);
            }
        } else {
            Set<String> names = new TreeSet<>(before.propertyNames());
            names.addAll(after.propertyNames());
            for (String name : names) {
                compare(field.isEmpty() ? name : field + "." + name, before.path(name), after.path(name), changes);
            }
        }
    }

    /** A field that is null says no more than one that is not there. */
    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    /** Whether it is not to be looked into. */
    private static boolean isWhole(JsonNode node) {
        return !node.isContainer() || node.isEmpty();
    }

    private static @Nullable String text(JsonNode node) {
        return isAbsent(node) ? null : node.isString() ? node.stringValue() : node.toString();
    }
}
