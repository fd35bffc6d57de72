package org.plenish.rules.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.rules.BookRule;
import org.plenish.rules.Decided;
import org.plenish.rules.Decided.Answer;
import org.plenish.rules.cases.TestResult.Failure;
import org.plenish.rules.cases.TestResult.Reason;
import org.plenish.rules.condition.Box;
import org.plenish.rules.condition.Domain;
import org.plenish.rules.vocabulary.Question;
import org.plenish.rules.vocabulary.Vocabulary;
import org.plenish.rules.vocabulary.Word;

/**
 * A test held against what the rules said.
 *
 * @param rules of the book by their ids
 */
record Examination(RuleTest test, Map<String, BookRule> rules, Decided decided) {

    TestResult result() {
        List<Failure> failures = new ArrayList<>();
        test.expect().forEach((question, expected) -> answer(question, expected, failures));
        for (String id : test.fires()) {
            BookRule rule = rule(id);
            if (!decided.spoke().contains(rule)) {
                failures.add(new Failure(rule.reference() + " must fire", whySilent(rule), instead(rule)));
            }
        }
        for (String id : test.silent()) {
            BookRule rule = rule(id);
            if (decided.spoke().contains(rule)) {
                failures.add(new Failure(id + " must keep silent", "it fires", List.of(reason(rule))));
            }
        }
        return new TestResult(
                test, failures, decided.spoke().stream().map(BookRule::id).collect(Collectors.toSet()));
    }

    private BookRule rule(String id) {
        return Objects.requireNonNull(rules.get(id), id);
    }

    private void answer(Question question, Object expected, List<Failure> failures) {
        List<Answer> answers = decided.answers(question);
        String must = question.word() + " must be " + text(expected);
        if (!decided.isAsked(question)) {
            Question first = question.onlyIf().orElseThrow().question();
            failures.add(new Failure(
                    must, "it is not asked, as " + first.word() + " " + said(first), reasons(decided.answers(first))));
        } else if (answers.size() != 1 || !answers.get(0).value().equals(expected)) {
            failures.add(new Failure(must, "it " + said(question), reasons(answers)));
        }
    }

    private String said(Question question) {
        List<Answer> answers = decided.answers(question);
        if (answers.isEmpty()) {
            return "has no answer: no rule gives one";
        }
        String values =
                answers.stream().map(answer -> text(answer.value())).sorted().collect(Collectors.joining(" and "));
        return answers.size() == 1 ? "is " + values : "has " + answers.size() + " answers, " + values;
    }

    /** What a rule that should have spoken misses, by the place at which it would have spoken with the least change. */
    private String whySilent(BookRule rule) {
        return rule.boxes().stream()
                .map(this::missing)
                .min(Comparator.comparingInt(List::size))
                .map(missing -> missing.isEmpty() ? unheard(rule) : "it asks for " + String.join(", and for ", missing))
                .map(why -> "it is silent: " + why)
                .orElseThrow();
    }

    /** Its conditions hold, and yet it did not speak. */
    private String unheard(BookRule rule) {
        return instead(rule).isEmpty()
                ? "it waits for an answer that no rule gives"
                : "its conditions hold, but a row above it holds too and counts first";
    }

    private List<String> missing(Box box) {
        List<String> ofWords = new ArrayList<>();
        List<String> ofTerms = new ArrayList<>();
        box.domains().forEach((term, domain) -> {
            Word word = Vocabulary.standard().find(test.topic(), term).orElse(null);
            if (word == null) {
                ofTerms.add(term + " " + domain.describe());
            } else if (!domain.contains(word.of(decided))) {
                ofWords.add(asked(word, domain));
            }
        });
        return ofWords.isEmpty() ? ofTerms : ofWords;
    }

    private String asked(Word word, Domain domain) {
        Object value = word.of(decided);
        String is = value == null && word.question() != null
                ? "has no answer"
                : "is " + (value == null ? "not known" : text(value));
        return word.path() + " " + domain.describe() + ", which " + is;
    }

    /** What the rules said that answered in its place. */
    private List<Reason> instead(BookRule rule) {
        return rule.answers().keySet().stream()
                .flatMap(question -> decided.answers(question).stream())
                .map(Answer::rule)
                .distinct()
                .map(this::reason)
                .toList();
    }

    private List<Reason> reasons(List<Answer> answers) {
        return answers.stream().map(answer -> reason(answer.rule())).toList();
    }

    private Reason reason(BookRule rule) {
        return new Reason(rule.id(), rule.name(), rule.file(), rule.line(), rule.explain(rule.values(decided)));
    }

    private static String text(@Nullable Object value) {
        return value instanceof Double number && !number.isInfinite()
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }
}
