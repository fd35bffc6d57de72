package org.plenish.engine.io;

import java.util.Locale;

/** The text of a page as it grows: what stands in its paragraphs and cells, and how numbers are written there. */
final class HtmlText {

    /** Stands for a number that is not known. */
    static final String UNKNOWN = "–";

    private final StringBuilder html = new StringBuilder();

    /** As it is: tags, or what is made safe already. */
    HtmlText raw(String text) {
        html.append(text);
        return this;
    }

    HtmlText text(String text) {
        return raw(Html.escape(text));
    }

    void paragraph(String text) {
        raw("<p>").text(text).raw("</p>\n");
    }

    /** A row of a table of words. */
    void words(String name, String text) {
        raw("<tr><th scope=\"row\">").text(name).raw("</th><td>").text(text).raw("</td></tr>\n");
    }

    /** The head of a column. */
    void head(String text) {
        raw("<th scope=\"col\">").text(text).raw("</th>");
    }

    /** The head of a row. */
    void name(String text) {
        raw("<th scope=\"row\">").text(text).raw("</th>");
    }

    void cell(String text) {
        raw("<td>").text(text).raw("</td>");
    }

    static String percent(double share) {
        return decimal("%.2f %%", 100 * share);
    }

    static String whole(double value) {
        return decimal("%,.0f", value);
    }

    static String decimal(String format, double value) {
        return Double.isNaN(value) ? UNKNOWN : String.format(Locale.ROOT, format, value);
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
