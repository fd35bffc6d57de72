package org.plenish.web.run.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Something that went into two runs and is not the same.
 *
 * @param kind {@code DATASET}, {@code DATASET_FILE}, {@code PLAN_DATE}, {@code RULE_BOOK}, {@code RULE_FILE},
 *     {@code SETTING}, {@code VERSION}, or what people decide: {@code OVERRIDES}, {@code FORECAST_CHANGES} and
 *     {@code ORDER_LINES}, whose values are their numbers
 * @param name of the file or the setting; blank: there is only one of the kind
 * @param before null: not there then
 * @param after null: not there now
 */
public record InputChange(
        String kind,
        String name,
        @Nullable String before,
        @Nullable String after) {

    private static final int SHOWN_OF_A_FINGERPRINT = 12;

    static List<InputChange> between(ComparedRun a, ComparedRun b) {
        List<InputChange> changes = new ArrayList<>();
        add(changes, "DATASET", a.source(), b.source());
        add(changes, "PLAN_DATE", a.planDate().toString(), b.planDate().toString());
        add(changes, "RULE_BOOK", a.ruleBook(), b.ruleBook());
        add(changes, "VERSION", a.productVersion(), b.productVersion());
        addAll(changes, "SETTING", a.settings(), b.settings());
        addAll(changes, "DATASET_FILE", a.datasetFiles(), b.datasetFiles());
        addAll(changes, "RULE_FILE", a.ruleFiles(), b.ruleFiles());
        return changes;
    }

    /** {@code ADDED}, {@code REMOVED} or {@code CHANGED}. */
    public String what() {
        return before == null ? "ADDED" : after == null ? "REMOVED" : "CHANGED";
    }

    private static void add(List<InputChange> changes, String kind, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new InputChange(kind, "", before, after));
        }
    }

    private static void addAll(
            List<InputChange> changes, String kind, Map<String, String> before, Map<String, String> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        boolean files = kind.endsWith("_FILE");
        for (String name : names) {
            @Nullable String a = before.get(name);
            @Nullable String b = after.get(name);
            if (!Objects.equals(a, b)) {
                changes.add(new InputChange(kind, name, files ? shortened(a) : a, files ? shortened(b) : b));
            }
        }
    }

    private static @Nullable String shortened(@Nullable String fingerprint) {
        return fingerprint == null || fingerprint.length() <= SHOWN_OF_A_FINGERPRINT
                ? fingerprint
                : fingerprint.substring(0, SHOWN_OF_A_FINGERPRINT);
    }
}
