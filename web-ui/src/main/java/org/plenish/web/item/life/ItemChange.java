package org.plenish.web.item.life;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that has changed about an item at a warehouse, and when.
 *
 * @param kind what sort of change it is
 * @param who whoever did it; blank: a plan
 * @param subject number of the order or of the run; blank: the item itself
 * @param action what was done, as a word of its kind
 * @param text in words; blank: the action says it
 * @param fields of the policy that a plan has changed
 * @param path of the page of the subject; null: it has none
 */
public record ItemChange(
        Instant at,
        Kind kind,
        String who,
        String subject,
        String action,
        String text,
        String reason,
        List<Field> fields,
        @Nullable String path) {

    /** Where changes are kept. */
    public enum Kind {
        PLAN,
        ORDER,
        DECISION,
        COMMENT
    }

    /**
     * A value before and after.
     *
     * @param name of {@code items.column}
     */
    public record Field(String name, String before, String after) {}

    public ItemChange {
        fields = List.copyOf(fields);
    }
}
