package org.plenish.rules.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plenish.rules.BookRule;
import org.plenish.rules.ParsedBook;
import org.plenish.rules.condition.Box;
import org.plenish.rules.condition.Choices;
import org.plenish.rules.condition.Condition.Related;
import org.plenish.rules.condition.Domain;
import org.plenish.rules.condition.Intervals;
import org.plenish.rules.problem.Problem;
import org.plenish.rules.table.DecisionTable;
import org.plenish.rules.table.DecisionTable.Match;
import org.plenish.rules.vocabulary.Question;
import org.plenish.rules.vocabulary.Topic;
import org.plenish.rules.vocabulary.Vocabulary;
import org.plenish.rules.vocabulary.Word;

/**
 * Finds gaps, overlaps, rows that can never speak, answers that wait for each other, and questions that nobody answers. What it
 * calls a gap or an overlap is one for facts in the ranges of the vocabulary; that one fact may rule out another (nothing on
 * hand and cover for a year) it does not know.
 */
public final class BookCheck {

    private static final int MOST_PIECES = 20_000;
    private static final long MOST_PAIRS = 1_000_000;
    private static final int MOST_GAPS_TOLD = 3;

    private final ParsedBook book;
    private final Vocabulary vocabulary;
    private final Topic topic;
    private final Map<Question, List<Clause>> clauses = new EnumMap<>(Question.class);
    private final List<Problem> problems = new ArrayList<>();
    private final Feasibility feasibility;

    private BookCheck(ParsedBook book, Vocabulary vocabulary, Topic topic) {
        this.book = book;
        this.vocabulary = vocabulary;
        this.topic = topic;
        this.feasibility = new Feasibility(topic, vocabulary, clauses);
    }

    /** @param book without errors of reading */
    public static List<Problem> check(ParsedBook book, Vocabulary vocabulary) {
        List<Problem> problems = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            // A book without tables for forecasts or exceptions leaves them to what is usual.
            if (topic == Topic.POLICY || !book.tables(topic).isEmpty()) {
                problems.addAll(new BookCheck(book, vocabulary, topic).check());
            }
        }
        problems.sort(Comparator.comparing(Problem::file).thenComparing(Problem::line));
        return problems;
    }

    private List<Problem> check() {
        List<Clause> all = new ArrayList<>();
        if (topic == Topic.POLICY) {
            book.rules().forEach(written -> all.add(clause(written.rule())));
        }
        for (DecisionTable table : book.tables(topic)) {
            all.addAll(rows(table));
        }
        for (Clause clause : all) {
            clause.rule()
                    .answers()
                    .keySet()
                    .forEach(question -> clauses.computeIfAbsent(question, none -> new ArrayList<>())
                            .add(clause));
        }
        if (findCircles(all)) {
            return problems;
        }
        findSilent(all);
        for (Question question : Question.of(topic)) {
            List<Clause> answering = clauses.getOrDefault(question, List.of());
            if (answering.isEmpty()) {
                problems.add(new Problem(
                        "rule book",
                        0,
                        0,
                        "no rule answers " + question.word() + ".",
                        "Every SKU-location needs exactly one answer: take the rules for it from the standard book."));
            } else {
                findOverlaps(question, answering);
                findGaps(question, answering);
            }
        }
        return problems;
    }

    private static Clause clause(BookRule rule) {
        return new Clause(
                rule,
                rule.boxes(),
                rule.boxes(),
                rule.questionsAsked().collect(Collectors.toSet()),
                rule.answers().keySet());
    }

    private List<Clause> rows(DecisionTable table) {
        Set<Question> throughout = new LinkedHashSet<>(Question.of(topic));
        table.rows().forEach(row -> throughout.retainAll(row.rule().answers().keySet()));
        List<Clause> rows = new ArrayList<>();
        List<Box> earlier = new ArrayList<>();
        Map<Box, BookRule> seen = new HashMap<>();
        for (DecisionTable.Row row : table.rows()) {
            List<Box> written = row.rule().boxes();
            BookRule twin = seen.putIfAbsent(written.get(0), row.rule());
            if (twin != null) {
                problems.add(new Problem(
                        table.file(),
                        row.rule().line(),
                        0,
                        "\"" + row.rule().name() + "\" asks the same as line " + twin.line() + ".",
                        "Leave one of both out."));
            }
            List<Box> heard = written;
            if (table.match() == Match.FIRST) {
                Optional<List<Box>> left = left(written, earlier);
                if (left.isEmpty()) {
                    tellTooMany(row.rule(), "which articles \"" + row.rule().name() + "\" is heard for");
                }
                heard = left.orElse(written);
                if (heard.isEmpty() && twin == null) {
                    problems.add(new Problem(
                            table.file(),
                            row.rule().line(),
                            0,
                            "\"" + row.rule().name() + "\" never counts: the rows above take everything it asks for.",
                            "Move it up, narrow a row above, or leave it out."));
                }
                earlier.addAll(written);
            }
            if (twin == null && !heard.isEmpty()) {
                rows.add(new Clause(row.rule(), written, heard, Set.copyOf(table.neededAnswers()), throughout));
            }
        }
        return rows;
    }

    /** Answers that need each other can never be given. */
    private boolean findCircles(List<Clause> all) {
        Map<Question, Set<Question>> needs = new EnumMap<>(Question.class);
        for (Clause clause : all) {
            Set<Question> asked = clause.waitsFor();
            clause.rule()
                    .answers()
                    .keySet()
                    .forEach(question -> needs.computeIfAbsent(question, none -> new LinkedHashSet<>())
                            .addAll(asked));
        }
        boolean found = false;
        for (Clause clause : all) {
            for (Question question : clause.rule().answers().keySet()) {
                for (Question needed : clause.waitsFor()) {
                    if (reaches(needed, question, needs, new LinkedHashSet<>())) {
                        found = true;
                        problems.add(new Problem(
                                clause.rule().file(),
                                clause.rule().line(),
                                0,
                                "\"" + clause.rule().name() + "\" answers " + question.word() + " and asks for "
                                        + needed.word() + ", which itself waits for " + question.word() + ".",
                                "Ask for facts, or for answers that do not depend on this one."));
                    }
                }
            }
        }
        return found;
    }

    private static boolean reaches(
            Question from, Question to, Map<Question, Set<Question>> needs, Set<Question> visited) {
        if (from == to) {
            return true;
        }
        if (!visited.add(from)) {
            return false;
        }
        return needs.getOrDefault(from, Set.of()).stream().anyMatch(next -> reaches(next, to, needs, visited));
    }

    /** Rules whose conditions no article can meet. */
    private void findSilent(List<Clause> all) {
        for (Clause clause : all) {
            if (clause.heard().stream()
                    .noneMatch(box -> feasibility.example(box).isPresent())) {
                problems.add(Problem.warning(
                        clause.rule().file(),
                        clause.rule().line(),
                        "\"" + clause.rule().name() + "\" can never fire: no article meets its conditions, given what"
                                + " other rules answer.",
                        "Correct a condition, or remove the rule."));
            }
        }
    }

    private void findOverlaps(Question question, List<Clause> answering) {
        long pairs = 0;
        for (int i = 0; i < answering.size(); i++) {
            for (int j = i + 1; j < answering.size(); j++) {
                Clause one = answering.get(i);
                Clause two = answering.get(j);
                pairs += (long) one.heard().size() * two.heard().size();
                if (pairs > MOST_PAIRS) {
                    tellTooMany(two.rule(), "whether answers to " + question.word() + " overlap");
                    return;
                }
                overlap(question, one, two).ifPresent(where -> tellOverlap(question, one, two, where));
            }
        }
    }

    private Optional<Box> overlap(Question question, Clause one, Clause two) {
        for (Box first : one.heard()) {
            for (Box second : two.heard()) {
                for (Box both : first.intersect(second)) {
                    for (Box asked : onlyWhereAsked(question, both)) {
                        if (feasibility.example(asked).isPresent()) {
                            return Optional.of(asked);
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private void tellOverlap(Question question, Clause one, Clause two, Box where) {
        Clause later = one.rule().file().equals(two.rule().file())
                        && one.rule().line() > two.rule().line()
                ? one
                : two;
        Clause earlier = later == one ? two : one;
        boolean same = String.valueOf(one.rule().answers().get(question))
                .equals(String.valueOf(two.rule().answers().get(question)));
        problems.add(new Problem(
                later.rule().file(),
                later.rule().line(),
                0,
                "\"" + later.rule().name() + "\" and " + earlier.rule().reference() + " both answer " + question.word()
                        + (same ? "" : ", and differently,") + " for " + where.describe() + ".",
                "Make their conditions exclude each other."));
    }

    private void findGaps(Question question, List<Clause> answering) {
        List<Box> taken = answering.stream()
                .flatMap(clause ->
                        (clause.answeredThroughout().contains(question) ? clause.written() : clause.heard()).stream())
                .sorted(Comparator.comparingInt(box -> box.domains().size()))
                .toList();
        Optional<List<Box>> left = left(onlyWhereAsked(question, Box.ANYTHING), taken);
        BookRule place = answering.get(answering.size() - 1).rule();
        if (left.isEmpty()) {
            tellTooMany(place, "whether every article has an answer to " + question.word());
            return;
        }
        Map<String, Box> gaps = new LinkedHashMap<>();
        for (Box piece : left.get().stream()
                .sorted(Comparator.comparingInt(box -> box.domains().size()))
                .toList()) {
            if (gaps.size() > MOST_GAPS_TOLD) {
                break;
            }
            feasibility.example(piece).ifPresent(example -> gaps.putIfAbsent(piece.describe(), piece));
        }
        gaps.keySet().stream()
                .limit(MOST_GAPS_TOLD)
                .forEach(gap -> problems.add(new Problem(
                        place.file(),
                        place.line(),
                        0,
                        "no rule answers " + question.word() + " for " + gap + ".",
                        "Add a rule for what this one is, or widen the condition of one.")));
        if (gaps.size() > MOST_GAPS_TOLD) {
            problems.add(new Problem(
                    place.file(),
                    place.line(),
                    0,
                    "there are more gaps in the answers to " + question.word() + ".",
                    "Close the gaps above first."));
        }
    }

    private void tellTooMany(BookRule place, String what) {
        problems.add(Problem.warning(
                place.file(),
                place.line(),
                what + " cannot be told: the rules have too many cases.",
                "Use fewer columns or alternatives, or match,first with a last row that takes the rest."));
    }

    /** The box where the question is asked at all. */
    private List<Box> onlyWhereAsked(Question question, Box box) {
        Optional<Question.OnlyIf> only = question.onlyIf();
        return only.isEmpty()
                ? List.of(box)
                : box.intersect(Box.of(
                        only.get().question().word(), new Choices(only.get().answers(), false, false)));
    }

    /** What is in {@code boxes} and in none of {@code taken}; empty if that has too many pieces to be told. */
    private Optional<List<Box>> left(List<Box> boxes, List<Box> taken) {
        List<Box> left = boxes;
        for (Box box : taken) {
            List<Box> next = new ArrayList<>();
            for (Box piece : left) {
                next.addAll(piece.minus(box, this::everything));
                if (next.size() > MOST_PIECES) {
                    return Optional.empty();
                }
            }
            left = next;
        }
        return Optional.of(left);
    }

    /** What a term can be, a word's term or another's. */
    private Domain everything(String term) {
        Optional<Word> word = vocabulary.find(topic, term);
        if (word.isPresent()) {
            return word.get().everything();
        }
        if (term.contains(Related.COMPARED)) {
            return Related.EVERY_RELATION;
        }
        boolean text = term.startsWith("startsWith(") || term.startsWith("endsWith(") || term.startsWith("contains(");
        return text
                ? new Choices(Set.of(true, false), false, false)
                : Intervals.all(Intervals.Kind.REAL).orUnknown();
    }
}
