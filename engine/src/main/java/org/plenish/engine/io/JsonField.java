package org.plenish.engine.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.ImportProblem.Severity;
import tools.jackson.databind.JsonNode;

/**
 * One value of a JSON file and where it stands, as in {@code skus[3].sources[0].pack}. A value that breaks its
 * requirement is noted as an error and the getter returns a stand-in that must not be kept, so that one reading finds
 * all problems of a file.
 */
final class JsonField {

    /** A length that is not known, because what tells it is wrong itself: any will do. */
    static final int ANY_LENGTH = -1;

    /** Stands in for the index of something that is not there. */
    static final int NO_INDEX = -1;

    private static final String MISTYPED = "its name is mistyped, or the file was made for something else";
    private static final String WRONG_SIGN = "the sign is wrong in the source: correct it there";
    private static final String NOT_COMPUTED = "the source could not compute it: correct it there";
    private static final String TOO_LARGE =
            "a decimal point was lost, or the unit is another: correct it in the source";
    private static final String COPIED = "the entry was copied twice: remove one of them";

    private final JsonNode node;
    private final @Nullable JsonField parent;

    /** Its name in an object, or its index in a list: told apart and put together only where a problem is told. */
    private final Object place;

    private final String file;
    private final ImportProblems problems;

    private JsonField(JsonNode node, @Nullable JsonField parent, Object place, String file, ImportProblems problems) {
        this.node = node;
        this.parent = parent;
        this.place = place;
        this.file = file;
        this.problems = problems;
    }

    /** The file's outermost value. */
    static JsonField root(JsonNode node, String file, ImportProblems problems) {
        return new JsonField(node, null, "", file, problems);
    }

    /** The value of that name; missing if there is none. */
    JsonField at(String name) {
        return new JsonField(node.path(name), this, name, file, problems);
    }

    /** Empty for the outermost value. */
    String path() {
        if (parent == null) {
            return "";
        }
        String before = parent.path();
        if (place instanceof Integer) {
            return before + "[" + place + "]";
        }
        return before.isEmpty() ? place.toString() : before + "." + place;
    }

    /** Whether it is there and not null. */
    boolean isGiven() {
        return !node.isMissingNode() && !node.isNull();
    }

    boolean isList() {
        return node.isArray();
    }

    /** Notes an error that shows no value. */
    void error(String requirement, @Nullable String suggestion) {
        note(null, requirement, suggestion);
    }

    private void refuse(String requirement, @Nullable String suggestion) {
        note(node.isContainer() ? null : node.isNull() ? "null" : node.asString(), requirement, suggestion);
    }

    private void note(@Nullable String value, String requirement, @Nullable String suggestion) {
        problems.add(Severity.ERROR, file, 0, parent == null ? null : path(), value, requirement, suggestion);
    }

    private boolean is(boolean ofThatKind, String requirement) {
        if (node.isMissingNode()) {
            error("must be given", MISTYPED);
        } else if (!ofThatKind) {
            refuse(requirement, null);
        }
        return ofThatKind;
    }

    /** Notes an error unless it has fields. */
    boolean isObject() {
        return is(node.isObject(), "must be an object in braces");
    }

    /** Notes an error unless it is a text that none of its like has. */
    String textOnce(Map<String, String> pathOfText) {
        if (!is(node.isString(), "must be a text in quotation marks")) {
            return "";
        }
        String text = node.asString();
        if (text.isBlank()) {
            error("must not be blank", null);
        }
        String earlier = pathOfText.putIfAbsent(text, path());
        if (earlier != null) {
            refuse("must be given once, but " + earlier + " gives it already", COPIED);
        }
        return text;
    }

    boolean flag() {
        return is(node.isBoolean(), "must be true or false") && node.asBoolean();
    }

    int whole(int least, int most) {
        return wholeOr(Math.max(least, 0), least, most);
    }

    /** @param otherwise what is returned where an error was noted */
    int wholeOr(int otherwise, int least, int most) {
        return wholeOr(otherwise, least, most, "must be a whole number" + range(least, most));
    }

    private static String range(int least, int most) {
        if (most < CsvRow.LARGEST_WHOLE_NUMBER) {
            return " from " + least + " to " + most;
        }
        return least >= 0 ? " of " + least + " or more" : "";
    }

    private int wholeOr(int otherwise, int least, int most, String requirement) {
        if (!is(node.isNumber(), requirement)) {
            return otherwise;
        }
        double value = node.numberValue().doubleValue();
        if (value > CsvRow.LARGEST_WHOLE_NUMBER) {
            refuse(String.format(Locale.ROOT, "must be at most %,d", most), TOO_LARGE);
        } else if (value != Math.rint(value) || value < least || value > most) {
            refuse(requirement, value < Math.min(least, 0) ? WRONG_SIGN : null);
        } else {
            return (int) value;
        }
        return otherwise;
    }

    /**
     * The index of something in a list.
     *
     * @param count how many there are, or {@link #ANY_LENGTH}
     * @param of what it is, with its article
     * @return {@link #NO_INDEX} where an error was noted
     */
    int index(int count, String of) {
        if (count == 0) {
            refuse("must be the index of " + of + ", but there is none", null);
            return NO_INDEX;
        }
        String requirement = "must be the index of " + of;
        return count == ANY_LENGTH
                ? wholeOr(NO_INDEX, 0, CsvRow.LARGEST_WHOLE_NUMBER, requirement)
                : wholeOr(NO_INDEX, 0, count - 1, requirement + ", from 0 to " + (count - 1));
    }

    /** A number of 0 or more. */
    double amount() {
        return number(0, "must be a number of 0 or more");
    }

    /** A number above 0. */
    double positive() {
        return number(Double.MIN_VALUE, "must be a number above 0");
    }

    /** A number of either sign. */
    double number() {
        return number(-CsvRow.LARGEST_NUMBER, "must be a number");
    }

    private double number(double least, String requirement) {
        double value = is(node.isNumber(), requirement) ? node.numberValue().doubleValue() : 0;
        if (!node.isNumber() || value >= least && value <= CsvRow.LARGEST_NUMBER) {
            return value;
        }
        if (value > CsvRow.LARGEST_NUMBER) {
            refuse(String.format(Locale.ROOT, "must be at most %,.0f", CsvRow.LARGEST_NUMBER), TOO_LARGE);
        } else {
            refuse(requirement, Double.isNaN(value) ? NOT_COMPUTED : value < 0 ? WRONG_SIGN : null);
        }
        return 0;
    }

    /** The elements of a list; none, with an error noted, if it is no list. */
    List<JsonField> elements() {
        List<JsonField> elements = new ArrayList<>();
        if (is(node.isArray(), "must be a list in brackets")) {
            for (int i = 0; i < node.size(); i++) {
                elements.add(new JsonField(node.path(i), this, i, file, problems));
            }
        }
        return elements;
    }

    /** @param meaning of the list's elements, as in {@code one for each period} */
    List<JsonField> elements(int length, String meaning) {
        List<JsonField> elements = elements();
        if (node.isArray() && length != ANY_LENGTH && elements.size() != length) {
            error(
                    "has a length of " + elements.size() + ", but must have " + length + ", " + meaning,
                    "the list was cut, or was made for another T or other warehouses");
        }
        return elements;
    }

    /** The elements of a list that have fields. */
    List<JsonField> objects() {
        return elements().stream().filter(JsonField::isObject).toList();
    }

    int[] wholes(int length, String meaning, int least) {
        return elements(length, meaning).stream()
                .mapToInt(element -> element.whole(least, CsvRow.LARGEST_WHOLE_NUMBER))
                .toArray();
    }

    double[] amounts(int length, String meaning) {
        return elements(length, meaning).stream().mapToDouble(JsonField::amount).toArray();
    }
}
