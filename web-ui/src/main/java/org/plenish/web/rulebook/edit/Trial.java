package org.plenish.web.rulebook.edit;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.rules.Decided;
import org.plenish.rules.RuleBook;
import org.plenish.rules.vocabulary.Question;
import org.plenish.rules.vocabulary.Topic;

/**
 * What two books say of one article.
 *
 * @param draft why the draft says nothing; null if it does
 */
public record Trial(List<Line> lines, @Nullable String draft) {

    public Trial {
        lines = List.copyOf(lines);
    }

    /** A question with the answer of each book. */
    public record Line(String question, Said draft, Said standing) {

        public boolean isOther() {
            return !draft.answer.equals(standing.answer);
        }

        public boolean isByOtherRules() {
            return !isOther()
                    && !draft.rules.stream()
                            .map(Rule::id)
                            .toList()
                            .equals(standing.rules.stream().map(Rule::id).toList());
        }
    }

    /**
     * What one book says to one question.
     *
     * @param answer empty: no rule answers, or it is not asked
     * @param asked whether it must be answered
     */
    public record Said(String answer, boolean asked, List<Rule> rules) {

        public Said {
            rules = List.copyOf(rules);
        }

        /** Whether it is asked and has no answer or several: such a book cannot plan the article. */
        public boolean isUndecided() {
            return asked && rules.size() != 1;
        }
    }

    /** A rule that spoke, and what it said. */
    public record Rule(String id, String file, int line, String sentence) {}

    static Trial of(Topic topic, Record article, RuleBook draft, RuleBook standing) {
        Decided byDraft = draft.decide(topic, article);
        Decided byStanding = standing.decide(topic, article);
        return new Trial(
                Question.of(topic).stream()
                        .map(question -> new Line(question.word(), said(byDraft, question), said(byStanding, question)))
                        .filter(line -> line.draft().asked() || line.standing().asked())
                        .toList(),
                null);
    }

    private static Said said(Decided decided, Question question) {
        if (!decided.isAsked(question)) {
            return new Said("", false, List.of());
        }
        List<Decided.Answer> answers = decided.answers(question).stream()
                .sorted(Comparator.comparing(answer -> answer.rule().id()))
                .toList();
        return new Said(
                answers.stream()
                        .map(answer -> GivenValue.text(answer.value()))
                        .distinct()
                        .collect(Collectors.joining(" | ")),
                true,
                answers.stream()
                        .map(Decided.Answer::rule)
                        .filter(Objects::nonNull)
                        .map(rule -> new Rule(rule.id(), rule.file(), rule.line(), rule.explain(rule.values(decided))))
                        .toList());
    }
}
