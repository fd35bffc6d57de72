package org.plenish.rules.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.plenish.rules.condition.Box;
import org.plenish.rules.condition.Choices;
import org.plenish.rules.condition.Domain;
import org.plenish.rules.condition.Intervals;
import org.plenish.rules.vocabulary.Question;
import org.plenish.rules.vocabulary.Topic;
import org.plenish.rules.vocabulary.Vocabulary;
import org.plenish.rules.vocabulary.Word;

/**
 * Whether facts exist for which a box holds. A box that asks for answers is followed back to the rules that give them: stock
 * that is {@code DEAD} and may be bought is no case to be covered if the rule for dead stock stops buying.
 */
final class Feasibility {

    private final Topic topic;
    private final Vocabulary vocabulary;
    private final Map<Question, List<Clause>> clauses;

    /** @param clauses by the questions they answer */
    Feasibility(Topic topic, Vocabulary vocabulary, Map<Question, List<Clause>> clauses) {
        this.topic = topic;
        this.vocabulary = vocabulary;
        this.clauses = clauses;
    }

    /** The box with what is behind its answers; empty if there are no such facts. */
    Optional<Box> example(Box box) {
        return example(box, Set.of());
    }

    private Optional<Box> example(Box box, Set<Question> followed) {
        Question next = null;
        List<Box> fewest = List.of();
        for (Map.Entry<String, Domain> entry : box.domains().entrySet()) {
            Question question = Question.find(topic, entry.getKey()).orElse(null);
            if (question == null || followed.contains(question)) {
                continue;
            }
            List<Box> choices = choices(question, entry.getValue(), box);
            if (choices.isEmpty()) {
                return Optional.empty();
            }
            if (next == null || choices.size() < fewest.size()) {
                next = question;
                fewest = choices;
            }
        }
        if (next == null) {
            return Optional.of(box);
        }
        Set<Question> deeper = new HashSet<>(followed);
        deeper.add(next);
        for (Box choice : fewest) {
            Optional<Box> found = example(choice, deeper);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The box with one answer fixed, together with where a rule gives it. */
    private List<Box> choices(Question question, Domain wanted, Box box) {
        List<Box> choices = new ArrayList<>();
        for (Clause clause : clauses.getOrDefault(question, List.of())) {
            Domain given = given(question, clause);
            Domain answer = given.intersect(wanted);
            if (answer.isEmpty()) {
                continue;
            }
            Map<String, Domain> fixed = new TreeMap<>(box.domains());
            fixed.put(question.word(), answer);
            for (Box place : clause.heard()) {
                new Box(fixed).intersect(place).forEach(choices::add);
            }
        }
        return choices;
    }

    private Domain given(Question question, Clause clause) {
        Object answer = clause.rule().answers().get(question);
        Word word = vocabulary.answerTo(question);
        if (answer instanceof Word) {
            return word.everything();
        }
        return answer instanceof Number number
                ? Intervals.between(number.doubleValue(), number.doubleValue(), word.intervals())
                : new Choices(Set.of(java.util.Objects.requireNonNull(answer)), false, false);
    }
}
