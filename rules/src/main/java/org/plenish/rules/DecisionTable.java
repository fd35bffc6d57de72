package org.plenish.rules;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.policy.DemandClass;
import org.plenish.engine.policy.LifecycleAction;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.OrderSizing;
import org.plenish.engine.policy.PolicyType;
import org.plenish.engine.policy.SafetyStockMethod;
import org.plenish.engine.policy.SkuLocationProfile;
import org.plenish.rules.RuleBookException.Problem;

/**
 * A {@code .csv} file whose rows are rules: columns {@code rule} (id and sentence) and {@code explain}; columns named by a
 * word of the vocabulary, whose cells are conditions; columns named {@code then} and a question, whose cells are answers.
 * Cells are data: they are parsed here and compared in Java, and never become code.
 */
final class DecisionTable {

    private static final String THEN = "then ";

    private final String file;
    private final List<Vocabulary.Word> conditions;
    private final List<Row> rows;

    /** One rule. */
    record Row(CompiledRule rule, List<CellCondition> cells, Map<Question, Object> answers) {

        void conclude(Conclude conclude) {
            answers.forEach((question, answer) -> {
                switch (question) {
                    case ABC_CLASS -> conclude.abcClass((AbcClass) answer);
                    case DEMAND_CLASS -> conclude.demandClass((DemandClass) answer);
                    case OBSOLESCENCE_STATUS -> conclude.obsolescenceStatus((ObsolescenceStatus) answer);
                    case STOP_BUY -> conclude.stopBuy((Boolean) answer);
                    case LIFECYCLE_ACTION -> conclude.lifecycleAction((LifecycleAction) answer);
                    case SERVICE_TARGET -> conclude.serviceTarget((Double) answer);
                    case SAFETY_STOCK_METHOD -> conclude.safetyStockMethod((SafetyStockMethod) answer);
                    case SAFETY_STOCK_COVER_DAYS -> conclude.safetyStockCoverDays((Integer) answer);
                    case POLICY_TYPE -> conclude.policyType((PolicyType) answer);
                    case REVIEW_DAYS -> conclude.reviewDays((Integer) answer);
                    case ORDER_SIZING -> conclude.orderSizing((OrderSizing) answer);
                    case ORDER_COVER_DAYS -> conclude.orderCoverDays((Integer) answer);
                }
            });
        }
    }

    private DecisionTable(String file, List<Vocabulary.Word> conditions, List<Row> rows) {
        this.file = file;
        this.conditions = conditions;
        this.rows = rows;
    }

    String file() {
        return file;
    }

    List<CompiledRule> rules() {
        return rows.stream().map(Row::rule).toList();
    }

    /** The facts that must be there before the table can be asked: the answers in its condition columns. */
    Set<String> neededFactTypes() {
        Set<String> types = new TreeSet<>();
        for (Vocabulary.Word word : conditions) {
            if (word.question() != null) {
                types.add(word.question().factType());
            }
        }
        return types;
    }

    List<Row> matching(SkuLocationProfile profile, Conclude conclude) {
        Object[] values = new Object[conditions.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = conditions.get(i).of(profile, conclude);
        }
        List<Row> matching = new ArrayList<>(1);
        for (Row row : rows) {
            boolean matches = true;
            for (int i = 0; i < values.length && matches; i++) {
                matches = row.cells().get(i).accepts(values[i]);
            }
            if (matches) {
                matching.add(row);
            }
        }
        return matching;
    }

    /** @param problems to be added to; the table is of no use then */
    static DecisionTable read(String file, String text, List<Problem> problems) {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
            reader.forEach(records::add);
        } catch (java.io.IOException | RuntimeException e) {
            problems.add(
                    new Problem(file, 0, "is not a CSV file: " + e.getMessage(), "Save it as comma-separated text."));
            return new DecisionTable(file, List.of(), List.of());
        }
        if (records.isEmpty()) {
            problems.add(
                    new Problem(file, 0, "is empty, but must have a header.", "Remove the file if it has no rules."));
            return new DecisionTable(file, List.of(), List.of());
        }
        List<String> header =
                records.get(0).getFields().stream().map(String::strip).toList();
        int headerLine = (int) records.get(0).getStartingLineNumber();
        List<Vocabulary.Word> conditions = new ArrayList<>();
        for (String column : header) {
            if (isCondition(column)) {
                Optional<Vocabulary.Word> word = Vocabulary.find(column);
                if (word.isEmpty() || !CellCondition.isSupported(word.get().type())) {
                    problems.add(new Problem(
                            file,
                            headerLine,
                            "column " + column + " is not known.",
                            "Use rule, explain, then and a question, or a word of the README."));
                } else {
                    conditions.add(word.get());
                }
            } else if (column.startsWith(THEN)
                    && Question.find(column.substring(THEN.length()).strip()).isEmpty()) {
                problems.add(new Problem(
                        file,
                        headerLine,
                        "column " + column + ": no such question.",
                        "Questions are " + Question.words() + "."));
            }
        }
        for (String required : List.of("rule", "explain")) {
            if (!header.contains(required)) {
                problems.add(new Problem(
                        file, headerLine, "column " + required + " is missing.", "Every row has a name and says why."));
            }
        }
        if (!problems.isEmpty()) {
            return new DecisionTable(file, List.of(), List.of());
        }
        List<Row> rows = new ArrayList<>();
        for (CsvRecord record : records.subList(1, records.size())) {
            row(file, header, record, problems).ifPresent(rows::add);
        }
        return new DecisionTable(file, List.copyOf(conditions), List.copyOf(rows));
    }

    private static boolean isCondition(String column) {
        return !column.equals("rule") && !column.equals("explain") && !column.startsWith(THEN);
    }

    private static Optional<Row> row(String file, List<String> header, CsvRecord record, List<Problem> problems) {
        int line = (int) record.getStartingLineNumber();
        if (record.getFieldCount() != header.size()) {
            problems.add(new Problem(
                    file,
                    line,
                    record.getFieldCount() + " cells, but the header has " + header.size() + " columns.",
                    "Put a text with a comma in double quotes."));
            return Optional.empty();
        }
        int before = problems.size();
        List<CellCondition> cells = new ArrayList<>();
        Map<Question, Object> answers = new EnumMap<>(Question.class);
        String name = "";
        String explanation = "";
        for (int i = 0; i < header.size(); i++) {
            String column = header.get(i);
            String cell = record.getField(i).strip();
            try {
                if (column.equals("rule")) {
                    name = cell;
                } else if (column.equals("explain")) {
                    explanation = cell;
                } else if (column.startsWith(THEN)) {
                    Question question = Question.find(
                                    column.substring(THEN.length()).strip())
                            .orElseThrow();
                    if (!cell.isEmpty()) {
                        answers.put(question, Answers.parse(question, cell));
                    }
                } else {
                    cells.add(CellCondition.parse(
                            Vocabulary.find(column).orElseThrow().type(), cell));
                }
            } catch (IllegalArgumentException e) {
                problems.add(new Problem(
                        file,
                        line,
                        "column " + column + ": " + e.getMessage(),
                        "Leave a condition empty to accept any value."));
            }
        }
        Matcher id = RuleFile.NAME.matcher(name);
        if (!id.matches()) {
            problems.add(new Problem(
                    file,
                    line,
                    "rule \"" + name + "\" must be named by an id and a sentence.",
                    "Such as \"SVC-010 A sells\"."));
        }
        if (explanation.isEmpty()) {
            problems.add(new Problem(file, line, "explain is empty.", "Say in a sentence why."));
        }
        if (answers.isEmpty()) {
            problems.add(
                    new Problem(file, line, "the row concludes nothing.", "Fill in a column that begins with then."));
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        try {
            CompiledRule rule = new CompiledRule(
                    new RuleInfo(id.group(1), name, file, line, explanation), ExplanationTemplate.parse(explanation));
            return Optional.of(new Row(rule, List.copyOf(cells), answers));
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(file, line, String.valueOf(e.getMessage()), "The README lists the words."));
            return Optional.empty();
        }
    }
}
