package org.plenish.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.policy.Conclusion;
import org.plenish.rules.vocabulary.Question;
import org.plenish.rules.vocabulary.Topic;

/** One subject while rules speak of it, and after: who answered what. */
final class Deliberation implements Decided {

    private final Object fact;
    private final String name;
    private final Map<Question, List<Answer>> answers = new EnumMap<>(Question.class);

    /** @param name of the subject, for messages */
    Deliberation(Object fact, String name) {
        this.fact = fact;
        this.name = name;
    }

    @Override
    public Object fact() {
        return fact;
    }

    /** The first answer. */
    @Override
    public @Nullable Object answer(Question question) {
        List<Answer> given = answers.get(question);
        return given == null ? null : given.get(0).value();
    }

    /** @return whether it is the first answer to this question */
    boolean add(Question question, Object value, BookRule rule) {
        List<Answer> given = answers.computeIfAbsent(question, none -> new ArrayList<>(1));
        given.add(new Answer(value, rule));
        return given.size() == 1;
    }

    /** The one answer to a question that must be asked. */
    Object required(Question question) {
        return java.util.Objects.requireNonNull(answer(question), question.word());
    }

    /** The answer, where the question was asked at all. */
    @Nullable
    Object ifAsked(Question question) {
        return isAsked(question) ? answer(question) : null;
    }

    @Override
    public boolean isAsked(Question question) {
        return question.onlyIf()
                .map(only -> {
                    Object given = answer(only.question());
                    return given != null && only.answers().contains(given);
                })
                .orElse(true);
    }

    /**
     * What was concluded, in the order of the questions; what was not asked for is left out.
     *
     * @throws UndecidedException if a question has no answer or two
     */
    List<Conclusion> conclusions(Topic topic) {
        List<Conclusion> conclusions = new ArrayList<>();
        for (Question question : Question.of(topic)) {
            if (!isAsked(question)) {
                continue;
            }
            List<Answer> given = answers(question);
            if (given.size() != 1) {
                throw undecided(question, given);
            }
            Answer answer = given.get(0);
            conclusions.add(new Conclusion(
                    question.word(),
                    answer.value(),
                    answer.rule(),
                    answer.rule().values(this)));
        }
        return conclusions;
    }

    @Override
    public List<Answer> answers(Question question) {
        return List.copyOf(answers.getOrDefault(question, List.of()));
    }

    @Override
    public Set<BookRule> spoke() {
        return answers.values().stream().flatMap(List::stream).map(Answer::rule).collect(Collectors.toSet());
    }

    private UndecidedException undecided(Question question, List<Answer> given) {
        if (given.isEmpty()) {
            return new UndecidedException(name + ": no rule answers " + question.word()
                    + ", but exactly one must. Add a rule for what this one is, or widen the condition of one.");
        }
        String rules = given.stream()
                .map(answer -> answer.value() + " by " + answer.rule().reference())
                .sorted()
                .collect(Collectors.joining(" and "));
        return new UndecidedException(name + ": " + question.word() + " is answered " + given.size()
                + " times, but must be once: " + rules + ". Make their conditions exclude each other.");
    }
}
