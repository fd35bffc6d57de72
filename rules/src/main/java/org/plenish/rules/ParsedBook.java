package org.plenish.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plenish.rules.condition.Box;
import org.plenish.rules.condition.Domain;
import org.plenish.rules.language.ParsedRule;
import org.plenish.rules.language.RuleParser;
import org.plenish.rules.problem.Problem;
import org.plenish.rules.table.DecisionTable;
import org.plenish.rules.table.Sheet;
import org.plenish.rules.table.Workbook;
import org.plenish.rules.vocabulary.Question;
import org.plenish.rules.vocabulary.Sentence;
import org.plenish.rules.vocabulary.Topic;
import org.plenish.rules.vocabulary.Vocabulary;
import org.plenish.rules.vocabulary.Word;

/**
 * A rule book as trees and tables: read and checked word by word, not compiled.
 *
 * @param rules of rule files, each with what it was read from
 * @param problems errors found on reading; a book with some is of no further use
 */
public record ParsedBook(List<WrittenRule> rules, List<DecisionTable> tables, List<Problem> problems) {

    /** A rule of a rule file. */
    public record WrittenRule(BookRule rule, ParsedRule tree) {}

    public ParsedBook {
        rules = List.copyOf(rules);
        tables = List.copyOf(tables);
        problems = List.copyOf(problems);
    }

    public static ParsedBook read(BookFiles files, Vocabulary vocabulary) {
        List<Problem> problems = new ArrayList<>(files.problems());
        List<WrittenRule> rules = new ArrayList<>();
        List<DecisionTable> tables = new ArrayList<>();
        for (String name : files.bytesByName().keySet()) {
            List<Problem> here = new ArrayList<>();
            if (name.endsWith(".drl")) {
                String text = files.text(name, here);
                if (here.isEmpty()) {
                    for (ParsedRule tree : RuleParser.parse(name, text, vocabulary, here)) {
                        written(name, tree, vocabulary, here, rules);
                    }
                }
            } else if (BookFiles.isTable(name)) {
                Sheet sheet = name.endsWith(".csv")
                        ? csv(files, name, here)
                        : Workbook.read(
                                name,
                                java.util.Objects.requireNonNull(
                                        files.bytesByName().get(name)),
                                here);
                if (here.isEmpty()) {
                    tables.add(DecisionTable.read(sheet, vocabulary, here));
                }
            }
            problems.addAll(here);
        }
        ParsedBook book = new ParsedBook(rules, tables, problems);
        problems.addAll(repeatedIds(book.all().map(BookRule::info).toList()));
        return new ParsedBook(rules, tables, problems);
    }

    private static Sheet csv(BookFiles files, String name, List<Problem> problems) {
        String text = files.text(name, problems);
        return problems.isEmpty() ? Sheet.ofCsv(name, text, problems) : new Sheet(name, List.of());
    }

    private static void written(
            String file, ParsedRule tree, Vocabulary vocabulary, List<Problem> problems, List<WrittenRule> rules) {
        try {
            Sentence sentence = Sentence.parse(tree.explanation(), Topic.POLICY, vocabulary);
            List<Box> boxes = tree.condition().boxes();
            if (boxes.isEmpty()) {
                problems.add(new Problem(
                        file,
                        tree.line(),
                        0,
                        "\"" + tree.name() + "\" can never fire: its conditions contradict each other.",
                        "Correct a condition, or remove the rule."));
                return;
            }
            for (ParsedRule.Conclusion conclusion : tree.conclusions()) {
                takenOver(conclusion, boxes)
                        .ifPresent(found -> problems.add(new Problem(
                                file,
                                conclusion.line(),
                                conclusion.column(),
                                conclusion.question().word() + " must be "
                                        + conclusion.question().allowed() + ", but may become " + found + " here.",
                                "Limit it in the condition.")));
            }
            List<Word> asked = Stream.concat(
                            tree.condition().words(), tree.facts().stream().map(vocabulary::answerTo))
                    .distinct()
                    .toList();
            Map<Question, Object> answers = new EnumMap<>(Question.class);
            tree.conclusions().forEach(conclusion -> answers.put(conclusion.question(), conclusion.value()));
            RuleInfo info = new RuleInfo(tree.id(), tree.name(), file, tree.line(), tree.explanation());
            rules.add(new WrittenRule(new BookRule(info, sentence, asked, boxes, answers), tree));
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(
                    file, tree.line(), 0, String.valueOf(e.getMessage()), "The rule book's README lists the words."));
        }
    }

    /** What an answer that is taken over from a fact may be and must not. */
    private static Optional<String> takenOver(ParsedRule.Conclusion conclusion, List<Box> boxes) {
        if (!(conclusion.value() instanceof Word word)) {
            return Optional.empty();
        }
        return boxes.stream()
                .map(box -> box.domains().getOrDefault(word.path(), word.everything()))
                .map(possible -> possible.minus(conclusion.question().allowedValues()))
                .filter(wrong -> !wrong.isEmpty())
                .map(Domain::describe)
                .findFirst();
    }

    private static List<Problem> repeatedIds(List<RuleInfo> rules) {
        List<Problem> problems = new ArrayList<>();
        Map<String, RuleInfo> first = new HashMap<>();
        for (RuleInfo rule : rules) {
            RuleInfo other = first.putIfAbsent(rule.id(), rule);
            if (other != null) {
                problems.add(new Problem(
                        rule.file(),
                        rule.line(),
                        0,
                        "id " + rule.id() + " is taken by " + other.file() + " line " + other.line() + ".",
                        "Give every rule its own id."));
            }
        }
        return problems;
    }

    /** Every rule and table row, by file and line. */
    public Stream<BookRule> all() {
        return Stream.concat(
                        rules.stream().map(WrittenRule::rule),
                        tables.stream().flatMap(table -> table.rows().stream().map(DecisionTable.Row::rule)))
                .sorted(Comparator.comparing(BookRule::file).thenComparing(BookRule::line));
    }

    public List<DecisionTable> tables(Topic topic) {
        return tables.stream().filter(table -> table.topic() == topic).toList();
    }
}
