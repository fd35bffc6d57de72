package org.plenish.web.rulebook.edit;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.rules.vocabulary.Kind;
import org.plenish.rules.vocabulary.Question;
import org.plenish.rules.vocabulary.Topic;
import org.plenish.rules.vocabulary.Vocabulary;
import org.plenish.rules.vocabulary.Word;

/**
 * A column of a decision table and how its cells are filled in.
 *
 * @param name as the header has it
 * @param word whose values are asked for or concluded; null of names, explanations and words that are not known
 * @param answer whether its cells are answers
 */
public record GridColumn(String name, @Nullable Word word, boolean answer) {

    private static final String UNKNOWN = "unknown";
    private static final String NOT = "not ";

    /** More are found sooner by typing. */
    private static final int MOST_OFFERS = 400;

    /** How a cell is filled in. */
    public enum Control {
        /** A line of text, such as {@code >= 30}. */
        TEXT,
        /** Sentences. */
        LONG_TEXT,
        /** One of some values or nothing. */
        ONE_OF,
        /** Several values, or all but several. */
        SOME_OF,
        NUMBER
    }

    /** A value to choose. */
    public record Option(String value, boolean chosen) {}

    /**
     * A cell with what it may be.
     *
     * @param not of {@link Control#SOME_OF}: whether all but the chosen are meant
     */
    public record Cell(int column, String text, Control control, List<Option> options, boolean not) {}

    /** The columns of a table. Its answers say of which topic it is. */
    static List<GridColumn> of(List<String> header) {
        Topic topic = topic(header);
        return header.stream().map(name -> of(name, topic)).toList();
    }

    static Topic topic(List<String> header) {
        return Arrays.stream(Topic.values())
                .filter(topic -> header.stream()
                        .filter(name -> name.startsWith(GridTable.THEN))
                        .anyMatch(name -> Question.find(topic, question(name)).isPresent()))
                .findFirst()
                .orElse(Topic.POLICY);
    }

    private static String question(String name) {
        return name.substring(GridTable.THEN.length()).strip();
    }

    private static GridColumn of(String name, Topic topic) {
        Vocabulary vocabulary = Vocabulary.standard();
        if (name.startsWith(GridTable.THEN)) {
            return new GridColumn(
                    name,
                    Question.find(topic, question(name))
                            .map(vocabulary::answerTo)
                            .orElse(null),
                    true);
        }
        return new GridColumn(name, vocabulary.find(topic, name).orElse(null), false);
    }

    public boolean isSentence() {
        return name.equals(GridTable.RULE) || name.equals(GridTable.EXPLAIN);
    }

    /** What stands above the cells: the unit; empty if there is none. */
    public String unit() {
        return word == null ? "" : word.unit();
    }

    public String meaning() {
        return word == null ? "" : word.meaning();
    }

    /** What a cell may be, in words. */
    public String allowed() {
        return word == null ? "" : WordEntry.of(word).allowed();
    }

    Cell cell(int column, String text) {
        if (isSentence()) {
            return new Cell(column, text, Control.LONG_TEXT, List.of(), false);
        }
        if (word == null) {
            return new Cell(column, text, Control.TEXT, List.of(), false);
        }
        return answer ? answerCell(column, text) : conditionCell(column, text);
    }

    private Cell answerCell(int column, String text) {
        List<String> values = WordEntry.values(java.util.Objects.requireNonNull(word));
        if (!values.isEmpty()) {
            return oneOf(column, text, values);
        }
        boolean number = text.isEmpty() || text.matches("-?\\d{1,15}(\\.\\d{1,15})?");
        return new Cell(column, text, number ? Control.NUMBER : Control.TEXT, List.of(), false);
    }

    private Cell conditionCell(int column, String text) {
        Word known = java.util.Objects.requireNonNull(word);
        List<String> values = possible();
        if (known.kind() == Kind.YES_NO) {
            return values.contains(text) || text.isEmpty()
                    ? oneOf(column, text, values)
                    : new Cell(column, text, Control.TEXT, List.of(), false);
        }
        if (known.kind() != Kind.CONSTANT) {
            return new Cell(column, text, Control.TEXT, List.of(), false);
        }
        List<String> chosen = chosen(text);
        return values.containsAll(chosen)
                ? new Cell(
                        column,
                        text,
                        Control.SOME_OF,
                        values.stream()
                                .map(value -> new Option(value, chosen.contains(value)))
                                .toList(),
                        text.startsWith(NOT))
                : new Cell(column, text, Control.TEXT, List.of(), false);
    }

    /**
     * What a cell that is typed may be: of a word with a list of values those, else what the column's other cells say.
     *
     * @param seen what the word is in the current plan
     * @param used cells of the column
     */
    List<String> offers(List<String> seen, List<String> used) {
        if (word == null || answer) {
            return List.of();
        }
        Set<String> offers = new LinkedHashSet<>(seen);
        offers.addAll(possible());
        offers.addAll(used);
        offers.remove("");
        return offers.stream().limit(MOST_OFFERS).toList();
    }

    /** Of a condition on a text, what is not among its values; nothing if these are not known. */
    List<String> strangers(String text, List<String> seen) {
        if (word == null || answer || word.kind() != Kind.TEXT || seen.isEmpty()) {
            return List.of();
        }
        return chosen(text).stream()
                .filter(value -> !value.isEmpty() && !value.equals(UNKNOWN) && !seen.contains(value))
                .toList();
    }

    private static Cell oneOf(int column, String text, List<String> values) {
        List<String> all = new java.util.ArrayList<>(values);
        if (!text.isEmpty() && !values.contains(text)) {
            all.add(text); // It is told that it must not be, and not lost before it is changed.
        }
        return new Cell(
                column,
                text,
                Control.ONE_OF,
                all.stream().map(value -> new Option(value, value.equals(text))).toList(),
                false);
    }

    private List<String> possible() {
        Word known = java.util.Objects.requireNonNull(word);
        List<String> values = new java.util.ArrayList<>(WordEntry.values(known));
        if (known.mayBeUnknown()) {
            values.add(UNKNOWN);
        }
        return values;
    }

    private static List<String> chosen(String text) {
        String values = text.startsWith(NOT) ? text.substring(NOT.length()) : text;
        return values.isEmpty()
                ? List.of()
                : Arrays.stream(values.split("\\|", -1)).map(String::strip).toList();
    }

    /**
     * The text of a cell of {@link Control#SOME_OF}: as it was if the same is chosen, else in the order of the values.
     *
     * @param not whether all but these are meant
     */
    String written(String before, List<String> values, boolean not) {
        boolean same = not == before.startsWith(NOT)
                && List.copyOf(chosen(before)).containsAll(values)
                && values.containsAll(chosen(before));
        if (same) {
            return before;
        }
        List<String> ordered = word == null
                ? values
                : possible().stream().filter(values::contains).toList();
        return ordered.isEmpty() ? "" : (not ? NOT : "") + String.join("|", ordered);
    }

    /** The least number that an answer may be; null if there is none. */
    public @Nullable String least() {
        Question question = word == null ? null : word.question();
        return question == null ? null : question == Question.SERVICE_TARGET ? "0.5" : "0";
    }

    /** The greatest; null if there is none. */
    public @Nullable String most() {
        Question question = word == null ? null : word.question();
        return question == Question.SERVICE_TARGET ? "0.9999" : question == Question.PROVISION_RATE ? "1" : null;
    }

    public boolean isWhole() {
        return word != null && word.kind() == Kind.WHOLE_NUMBER;
    }
}
