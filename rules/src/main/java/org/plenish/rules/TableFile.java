package org.plenish.rules;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.plenish.rules.RuleBookException.Problem;

/**
 * A {@code .csv} file whose rows are rules: columns {@code rule} (id and sentence) and {@code explain}; columns named by a
 * word of the vocabulary, whose cells are conditions; columns named {@code then} and a question, whose cells are answers.
 * Cells are data: they are parsed here and compared in Java, and never become code.
 *
 * @param name as it is to be named in messages
 * @param records the header first; none if the file cannot be read
 */
record TableFile(String name, List<CsvRecord> records) {

    private static final String THEN = "then ";

    /**
     * What a table may ask and answer.
     *
     * @param findWord of a condition's column
     * @param findQuestion of an answer's column
     * @param parse an answer's cell; throws IllegalArgumentException if it is not allowed
     * @param <F> what conditions are about
     * @param <Q> questions
     */
    record Language<F, Q>(
            Function<String, Optional<Vocabulary.Word<F>>> findWord,
            Function<String, Optional<Q>> findQuestion,
            BiFunction<Q, String, Object> parse,
            String questions) {}

    /** What was read; nothing of use if there were problems. */
    record Content<F, Q>(List<Vocabulary.Word<F>> conditions, List<Row<F, Q>> rows) {}

    /**
     * One rule.
     *
     * @param cells one a condition
     * @param answers in the order of the columns
     */
    record Row<F, Q>(
            RuleInfo info, ExplanationTemplate<F> explanation, List<CellCondition> cells, Map<Q, Object> answers) {}

    /** @param problems to be added to */
    static TableFile open(String name, String text, List<Problem> problems) {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
            reader.forEach(records::add);
        } catch (java.io.IOException | RuntimeException e) {
            problems.add(
                    new Problem(name, 0, "is not a CSV file: " + e.getMessage(), "Save it as comma-separated text."));
            return new TableFile(name, List.of());
        }
        if (records.isEmpty()) {
            problems.add(
                    new Problem(name, 0, "is empty, but must have a header.", "Remove the file if it has no rules."));
        }
        return new TableFile(name, List.copyOf(records));
    }

    private List<String> header() {
        return records.isEmpty()
                ? List.of()
                : records.get(0).getFields().stream().map(String::strip).toList();
    }

    boolean answers(String question) {
        return header().stream()
                .anyMatch(column -> column.startsWith(THEN)
                        && column.substring(THEN.length()).strip().equals(question));
    }

    /** @param problems to be added to; the content is of no use then */
    <F, Q> Content<F, Q> read(Language<F, Q> language, List<Problem> problems) {
        if (records.isEmpty()) {
            return new Content<>(List.of(), List.of());
        }
        List<String> header = header();
        int headerLine = (int) records.get(0).getStartingLineNumber();
        List<Vocabulary.Word<F>> conditions = new ArrayList<>();
        for (String column : header) {
            if (isCondition(column)) {
                Optional<Vocabulary.Word<F>> word = language.findWord().apply(column);
                if (word.isEmpty() || !CellCondition.isSupported(word.get().type())) {
                    problems.add(new Problem(
                            name,
                            headerLine,
                            "column " + column + " is not known.",
                            "Use rule, explain, then and a question, or a word of the README."));
                } else {
                    conditions.add(word.get());
                }
            } else if (column.startsWith(THEN) && question(language, column).isEmpty()) {
                problems.add(new Problem(
                        name,
                        headerLine,
                        "column " + column + ": no such question.",
                        "Questions are " + language.questions() + "."));
            }
        }
        for (String required : List.of("rule", "explain")) {
            if (!header.contains(required)) {
                problems.add(new Problem(
                        name, headerLine, "column " + required + " is missing.", "Every row has a name and says why."));
            }
        }
        if (!problems.isEmpty()) {
            return new Content<>(List.of(), List.of());
        }
        List<Row<F, Q>> rows = new ArrayList<>();
        for (CsvRecord record : records.subList(1, records.size())) {
            row(language, header, record, problems).ifPresent(rows::add);
        }
        return new Content<>(List.copyOf(conditions), List.copyOf(rows));
    }

    /** The rows all of whose cells accept what is so. */
    static <F, R> List<R> matching(
            List<Vocabulary.Word<F>> conditions, List<R> rows, Function<R, List<CellCondition>> cells, F fact) {
        Object[] values = new Object[conditions.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = conditions.get(i).of(fact);
        }
        List<R> matching = new ArrayList<>(1);
        for (R row : rows) {
            boolean matches = true;
            for (int i = 0; i < values.length && matches; i++) {
                matches = cells.apply(row).get(i).accepts(values[i]);
            }
            if (matches) {
                matching.add(row);
            }
        }
        return matching;
    }

    private static boolean isCondition(String column) {
        return !column.equals("rule") && !column.equals("explain") && !column.startsWith(THEN);
    }

    private static <F, Q> Optional<Q> question(Language<F, Q> language, String column) {
        return language.findQuestion().apply(column.substring(THEN.length()).strip());
    }

    private <F, Q> Optional<Row<F, Q>> row(
            Language<F, Q> language, List<String> header, CsvRecord record, List<Problem> problems) {
        int line = (int) record.getStartingLineNumber();
        if (record.getFieldCount() != header.size()) {
            problems.add(new Problem(
                    name,
                    line,
                    record.getFieldCount() + " cells, but the header has " + header.size() + " columns.",
                    "Put a text with a comma in double quotes."));
            return Optional.empty();
        }
        int before = problems.size();
        List<CellCondition> cells = new ArrayList<>();
        Map<Q, Object> answers = new LinkedHashMap<>();
        String ruleName = "";
        String explanation = "";
        for (int i = 0; i < header.size(); i++) {
            String column = header.get(i);
            String cell = record.getField(i).strip();
            try {
                if (column.equals("rule")) {
                    ruleName = cell;
                } else if (column.equals("explain")) {
                    explanation = cell;
                } else if (column.startsWith(THEN)) {
                    Q question = question(language, column).orElseThrow();
                    if (!cell.isEmpty()) {
                        answers.put(question, language.parse().apply(question, cell));
                    }
                } else {
                    cells.add(CellCondition.parse(
                            language.findWord().apply(column).orElseThrow().type(), cell));
                }
            } catch (IllegalArgumentException e) {
                problems.add(new Problem(
                        name,
                        line,
                        "column " + column + ": " + e.getMessage(),
                        "Leave a condition empty to accept any value."));
            }
        }
        Matcher id = RuleFile.NAME.matcher(ruleName);
        if (!id.matches()) {
            problems.add(new Problem(
                    name,
                    line,
                    "rule \"" + ruleName + "\" must be named by an id and a sentence.",
                    "Such as \"SVC-010 A sells\"."));
        }
        if (explanation.isEmpty()) {
            problems.add(new Problem(name, line, "explain is empty.", "Say in a sentence why."));
        }
        if (answers.isEmpty()) {
            problems.add(
                    new Problem(name, line, "the row concludes nothing.", "Fill in a column that begins with then."));
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Row<>(
                    new RuleInfo(id.group(1), ruleName, name, line, explanation),
                    ExplanationTemplate.parse(explanation, language.findWord()),
                    List.copyOf(cells),
                    answers));
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(name, line, String.valueOf(e.getMessage()), "The README lists the words."));
            return Optional.empty();
        }
    }
}
