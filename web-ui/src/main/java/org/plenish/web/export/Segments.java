package org.plenish.web.export;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Writes the segments of an EDI message; elements and components at the end that are empty are left out. */
final class Segments {

    private final StringBuilder text = new StringBuilder();
    private final char element;
    private final char component;
    private final char terminator;
    private final UnaryOperator<String> escape;
    private int count;

    /** @param escape makes a value free of the delimiters, or protects them */
    Segments(char element, char component, char terminator, UnaryOperator<String> escape) {
        this.element = element;
        this.component = component;
        this.terminator = terminator;
        this.escape = escape;
    }

    /** @param elements each a string, or a list of strings for a composite one */
    void add(String tag, Object... elements) {
        List<String> written = Arrays.stream(elements)
                .map(value -> value instanceof List<?> components
                        ? joined(components.stream().map(each -> escape.apply((String) each)), component)
                        : escape.apply((String) value))
                .toList();
        text.append(joined(Stream.concat(Stream.of(tag), written.stream()), element))
                .append(terminator);
        count++;
    }

    private static String joined(Stream<String> values, char delimiter) {
        List<String> all = values.toList();
        int end = all.size();
        while (end > 0 && all.get(end - 1).isEmpty()) {
            end--;
        }
        return String.join(String.valueOf(delimiter), all.subList(0, end));
    }

    /** As it stands, for what is no value. */
    void raw(String segment) {
        text.append(segment);
    }

    /** How many segments have been added. */
    int count() {
        return count;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
