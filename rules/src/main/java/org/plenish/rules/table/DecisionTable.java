package org.plenish.rules.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.plenish.rules.BookRule;
import org.plenish.rules.RuleInfo;
import org.plenish.rules.condition.Box;
import org.plenish.rules.condition.Domain;
import org.plenish.rules.language.RuleParser;
import org.plenish.rules.problem.Problem;
import org.plenish.rules.vocabulary.Question;
import org.plenish.rules.vocabulary.Sentence;
import org.plenish.rules.vocabulary.Subject;
import org.plenish.rules.vocabulary.Topic;
import org.plenish.rules.vocabulary.Vocabulary;
import org.plenish.rules.vocabulary.Word;

/**
 * Rows that are rules. The first row says {@code match,single} (of the rows at most one may hold) or {@code match,first} (the
 * first that holds counts). The header follows: {@code rule} (id and sentence) and {@code explain}; words, whose cells are
 * conditions; {@code then} and a question, whose cells are answers.
 *
 * @param file as it is to be named in messages
 * @param conditions in the order of their columns
 */
public record DecisionTable(String file, Topic topic, Match match, List<Word> conditions, List<Row> rows) {

    private static final String THEN = "then ";

    /** Which rows count. */
    public enum Match {
        SINGLE,
        FIRST
    }

    /**
     * One rule.
     *
     * @param tests of its cells that are not empty
     */
    public record Row(BookRule rule, List<Test> tests) {}

    /**
     * A condition cell that is not empty.
     *
     * @param condition index of its column among the table's conditions
     */
    public record Test(int condition, Domain domain) {}

    public DecisionTable {
        conditions = List.copyOf(conditions);
        rows = List.copyOf(rows);
    }

    /** Which answers it needs before it can be asked. */
    public List<Question> neededAnswers() {
        Set<Question> needed = new LinkedHashSet<>();
        for (Word word : conditions) {
            if (word.question() != null) {
                needed.add(word.question());
            }
        }
        return List.copyOf(needed);
    }

    /** The rules that speak of this subject; of {@code match,first} one at most. */
    public List<BookRule> speaking(Subject subject) {
        @Nullable Object[] values = new Object[conditions.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = conditions.get(i).of(subject);
        }
        List<BookRule> speaking = new ArrayList<>(1);
        for (Row row : rows) {
            if (accepts(row.tests, values)) {
                speaking.add(row.rule);
                if (match == Match.FIRST) {
                    break;
                }
            }
        }
        return speaking;
    }

    private static boolean accepts(List<Test> tests, @Nullable Object[] values) {
        for (Test test : tests) {
            if (!test.domain.contains(values[test.condition])) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param problems to be added to; the table is of no use then
     */
    public static DecisionTable read(Sheet sheet, Vocabulary vocabulary, List<Problem> problems) {
        return new Reading(sheet, vocabulary, problems).table();
    }

    /** A table while it is read. */
    private static final class Reading {

        private final Sheet sheet;
        private final Vocabulary vocabulary;
        private final List<Problem> problems;

        private final Map<Integer, Word> conditions = new TreeMap<>();
        private final Map<Integer, Question> answers = new TreeMap<>();
        private final Map<String, Integer> columns = new HashMap<>();
        private Topic topic = Topic.POLICY;

        Reading(Sheet sheet, Vocabulary vocabulary, List<Problem> problems) {
            this.sheet = sheet;
            this.vocabulary = vocabulary;
            this.problems = problems;
        }

        DecisionTable table() {
            int before = problems.size();
            Match match = match();
            if (problems.size() == before) {
                header(sheet.rows().get(1));
            }
            List<Row> rows = new ArrayList<>();
            if (problems.size() == before) {
                for (Sheet.Row row : sheet.rows().subList(2, sheet.rows().size())) {
                    row(row, rows);
                }
                if (sheet.rows().size() == 2) {
                    problem(2, 0, "has no rows.", "Remove the file if it has no rules.");
                }
            }
            List<Word> words = List.copyOf(conditions.values());
            return new DecisionTable(sheet.name(), topic, match, words, rows);
        }

        private Match match() {
            if (sheet.rows().size() < 2) {
                problem(0, 0, "must have a row match,single or match,first and a header.", "Compare a standard table.");
                return Match.SINGLE;
            }
            Sheet.Row first = sheet.rows().get(0);
            List<String> said =
                    first.cells().stream().filter(cell -> !cell.isEmpty()).toList();
            if (said.equals(List.of("match", "single"))) {
                return Match.SINGLE;
            }
            if (!said.equals(List.of("match", "first"))) {
                problem(
                        first.line(),
                        1,
                        "the first row must be match,single or match,first, not: " + String.join(",", said) + ".",
                        "With single no two rows may hold; with first the upper one counts.");
            }
            return Match.FIRST;
        }

        private void header(Sheet.Row header) {
            for (int i = 0; i < header.cells().size(); i++) {
                String column = header.cells().get(i);
                if (columns.putIfAbsent(column, i) != null && !column.isEmpty()) {
                    problem(header.line(), i + 1, "column " + column + " stands twice.", "Leave one out.");
                }
                if (column.startsWith(THEN)) {
                    question(header, i, column.substring(THEN.length()).strip());
                }
            }
            for (String required : List.of("rule", "explain")) {
                if (!columns.containsKey(required)) {
                    problem(
                            header.line(),
                            0,
                            "column " + required + " is missing.",
                            "Every row has a name and says why.");
                }
            }
            if (answers.isEmpty()) {
                problem(
                        header.line(),
                        0,
                        "no column begins with then, so the table answers nothing.",
                        "Questions are " + Question.words(Topic.POLICY) + ".");
            }
            for (int i = 0; i < header.cells().size(); i++) {
                String column = header.cells().get(i);
                if (!column.equals("rule") && !column.equals("explain") && !column.startsWith(THEN)) {
                    condition(header, i, column);
                }
            }
        }

        private void question(Sheet.Row header, int index, String word) {
            for (Topic candidate : Topic.values()) {
                Question question = Question.find(candidate, word).orElse(null);
                if (question != null) {
                    if (answers.containsValue(question)) {
                        problem(header.line(), index + 1, "column then " + word + " stands twice.", "Leave one out.");
                    }
                    if (!answers.isEmpty() && topic != candidate) {
                        problem(
                                header.line(),
                                index + 1,
                                "column then " + word + " is of another topic than the column before.",
                                "Make two tables of it.");
                    }
                    topic = candidate;
                    answers.put(index, question);
                    return;
                }
            }
            problem(
                    header.line(),
                    index + 1,
                    "column then " + word + ": no such question.",
                    "Questions are " + Question.words(Topic.POLICY) + ".");
        }

        private void condition(Sheet.Row header, int index, String column) {
            Word word = vocabulary.find(topic, column).orElse(null);
            if (word == null) {
                List<String> similar = vocabulary.similar(topic, column);
                problem(
                        header.line(),
                        index + 1,
                        "column " + column + " is not known.",
                        similar.isEmpty()
                                ? "Use rule, explain, then and a question, or a word of the README."
                                : "Maybe " + String.join(" or ", similar) + " is meant.");
            } else {
                Question asked = word.question();
                if (asked != null && topic != Topic.POLICY) {
                    problem(
                            header.line(),
                            index + 1,
                            "column " + column + " is an answer of tables like this one, and cannot be asked for.",
                            "Give both answers in one row.");
                } else if (asked != null && asked.onlyIf().isPresent()) {
                    problem(
                            header.line(),
                            index + 1,
                            "column " + column + " is answered only sometimes, so a table must not wait for it.",
                            "Ask for " + asked.onlyIf().get().question().word() + ", which it depends on.");
                }
                conditions.put(index, word);
            }
        }

        private void row(Sheet.Row row, List<Row> rows) {
            int before = problems.size();
            int width = sheet.rows().get(1).cells().size();
            if (row.cells().size() != width) {
                problem(
                        row.line(),
                        0,
                        row.cells().size() + " cells, but the header has " + width + " columns.",
                        "Put a text with a comma in double quotes.");
                return;
            }
            List<Word> words = List.copyOf(conditions.values());
            List<Test> tests = new ArrayList<>();
            Map<String, Domain> box = new TreeMap<>();
            conditions.forEach((index, word) -> {
                try {
                    String cell = row.cells().get(index);
                    if (!cell.isEmpty()) {
                        Domain domain = Cell.parse(word, cell);
                        tests.add(new Test(words.indexOf(word), domain));
                        box.put(word.path(), domain);
                    }
                } catch (IllegalArgumentException e) {
                    problem(
                            row.line(),
                            index + 1,
                            "column " + word.path() + ": " + e.getMessage(),
                            "Leave a condition empty to accept any value.");
                }
            });
            Map<Question, Object> given = answers(row);
            String name = row.cells().get(column("rule"));
            String explanation = row.cells().get(column("explain"));
            Matcher id = RuleParser.NAME.matcher(name);
            if (!id.matches()) {
                problem(
                        row.line(),
                        column("rule") + 1,
                        "rule \"" + name + "\" must be named by an id and a sentence.",
                        "Such as \"SVC-010 A sells\".");
            }
            Sentence sentence = sentence(row, explanation);
            if (problems.size() == before) {
                RuleInfo info = new RuleInfo(id.group(1), name, sheet.name(), row.line(), explanation);
                List<Word> asked = conditions.values().stream()
                        .filter(word -> box.containsKey(word.path()))
                        .toList();
                rows.add(
                        new Row(new BookRule(info, sentence, asked, List.of(new Box(box)), given), List.copyOf(tests)));
            }
        }

        private Map<Question, Object> answers(Sheet.Row row) {
            Map<Question, Object> given = new java.util.EnumMap<>(Question.class);
            boolean anyWritten = false;
            for (Map.Entry<Integer, Question> column : answers.entrySet()) {
                String cell = row.cells().get(column.getKey());
                anyWritten |= !cell.isEmpty();
                if (!cell.isEmpty()) {
                    try {
                        given.put(column.getValue(), column.getValue().parse(cell));
                    } catch (IllegalArgumentException e) {
                        problem(
                                row.line(),
                                column.getKey() + 1,
                                "column then " + column.getValue().word() + ": " + e.getMessage(),
                                "Allowed: " + column.getValue().allowed() + ".");
                    }
                }
            }
            if (!anyWritten) {
                problem(row.line(), 0, "the row concludes nothing.", "Fill in a column that begins with then.");
            }
            return given;
        }

        private Sentence sentence(Sheet.Row row, String explanation) {
            if (explanation.isEmpty()) {
                problem(row.line(), column("explain") + 1, "explain is empty.", "Say in a sentence why.");
            }
            try {
                return Sentence.parse(explanation, topic, vocabulary);
            } catch (IllegalArgumentException e) {
                problem(
                        row.line(),
                        column("explain") + 1,
                        String.valueOf(e.getMessage()),
                        "The README lists the words.");
                return new Sentence(List.of(""), List.of());
            }
        }

        private int column(String name) {
            return java.util.Objects.requireNonNull(columns.get(name));
        }

        private void problem(int line, int column, String text, String suggestion) {
            problems.add(new Problem(sheet.name(), line, column, text, suggestion));
        }
    }
}
