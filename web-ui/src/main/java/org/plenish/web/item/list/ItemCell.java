package org.plenish.web.item.list;

import org.jspecify.annotations.Nullable;

/**
 * A cell of the list, ready to be shown.
 *
 * @param style of the cell; blank: none
 * @param pill style of a pill that the text stands in; null: in none
 * @param dot style of a dot before the text; null: none
 * @param note a second line; null: none
 * @param mark who set the value, if it is not a rule; null: a rule
 */
public record ItemCell(
        String text,
        String style,
        @Nullable String pill,
        @Nullable String dot,
        @Nullable String note,
        @Nullable String mark) {

    static ItemCell text(String text) {
        return new ItemCell(text, "", null, null, null, null);
    }

    static ItemCell number(String text) {
        return new ItemCell(text, "num", null, null, null, null);
    }

    ItemCell marked(String by) {
        return new ItemCell(text, style, pill, dot, note, by);
    }
}
