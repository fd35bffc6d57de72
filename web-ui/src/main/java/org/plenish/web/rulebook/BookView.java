package org.plenish.web.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.rules.BookRule;
import org.plenish.rules.ParsedBook;
import org.plenish.rules.RuleInfo;
import org.plenish.rules.table.DecisionTable;
import org.plenish.rules.vocabulary.Question;
import org.plenish.rules.vocabulary.Topic;

/**
 * A book as a page shows it: by topic, then by file, those first that answer what is asked first.
 *
 * @param rules in the book
 * @param shown of them, by what was searched for
 */
public record BookView(List<Part> topics, long rules, long shown) {

    /** Of rules on one page. A file's own page shows all of it. */
    private static final int MOST_RULES = 1_000;

    public BookView {
        topics = List.copyOf(topics);
    }

    /** A topic and its files. */
    public record Part(Topic topic, List<File> files) {}

    /**
     * A file.
     *
     * @param questions that its rules answer, by their words
     * @param table whether it is a decision table
     */
    public record File(String name, boolean table, List<String> questions, List<Line> rules) {}

    /**
     * A rule.
     *
     * @param sentence its name without the id
     * @param answers as {@code serviceTarget 0.98}
     * @param locations SKU-locations it decides for in the current plan; null: nothing is known of that plan
     */
    public record Line(
            String id,
            String sentence,
            String explanation,
            String file,
            int line,
            List<String> answers,
            @Nullable Integer locations) {}

    /**
     * Of a book.
     *
     * @param query words of a rule's name, explanation or file; blank: all
     * @param locations by rule id; null: nothing is known of the current plan
     */
    static BookView of(ParsedBook book, String query, @Nullable Map<String, Integer> locations) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        Map<String, Topic> topics = topics(book);
        Map<String, List<BookRule>> byFile = new LinkedHashMap<>();
        long rules = 0;
        long shown = 0;
        for (BookRule rule : book.all().toList()) {
            rules++;
            if (shown < MOST_RULES && matches(rule.info(), wanted)) {
                shown++;
                byFile.computeIfAbsent(rule.file(), none -> new ArrayList<>()).add(rule);
            }
        }
        List<Part> parts = new ArrayList<>();
        for (Topic topic : List.of(Topic.FORECAST, Topic.POLICY, Topic.EXCEPTION)) {
            List<File> files = byFile.entrySet().stream()
                    .filter(file -> topics.getOrDefault(file.getKey(), Topic.POLICY) == topic)
                    .sorted(Comparator.comparingInt(file -> firstQuestion(file.getValue())))
                    .map(file -> file(file.getKey(), file.getValue(), locations))
                    .toList();
            if (!files.isEmpty()) {
                parts.add(new Part(topic, files));
            }
        }
        return new BookView(parts, rules, shown);
    }

    private static Map<String, Topic> topics(ParsedBook book) {
        Map<String, Topic> topics = new LinkedHashMap<>();
        for (DecisionTable table : book.tables()) {
            topics.put(table.file(), table.topic());
        }
        return topics;
    }

    private static boolean matches(RuleInfo rule, String wanted) {
        return wanted.isEmpty()
                || (rule.name() + " " + rule.explanation() + " " + rule.file())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted);
    }

    private static int firstQuestion(List<BookRule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.answers().keySet().stream())
                .mapToInt(Question::ordinal)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static File file(String name, List<BookRule> rules, @Nullable Map<String, Integer> locations) {
        Set<String> questions = new LinkedHashSet<>();
        rules.forEach(rule -> rule.answers().keySet().forEach(question -> questions.add(question.word())));
        return new File(
                name,
                name.endsWith(".csv") || name.endsWith(".xlsx"),
                List.copyOf(questions),
                rules.stream().map(rule -> line(rule, locations)).toList());
    }

    static Line line(BookRule rule, @Nullable Map<String, Integer> locations) {
        RuleInfo info = rule.info();
        return new Line(
                info.id(),
                info.name().substring(info.id().length()).strip(),
                info.explanation(),
                info.file(),
                info.line(),
                rule.answers().entrySet().stream()
                        .map(answer -> answer.getKey().word() + " " + answer.getValue())
                        .toList(),
                locations == null ? null : locations.getOrDefault(info.id(), 0));
    }
}
