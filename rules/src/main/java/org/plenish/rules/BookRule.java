package org.plenish.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.policy.RuleReference;
import org.plenish.rules.condition.Box;
import org.plenish.rules.vocabulary.Question;
import org.plenish.rules.vocabulary.Sentence;
import org.plenish.rules.vocabulary.Subject;
import org.plenish.rules.vocabulary.Word;

/** A rule or table row, ready to speak and to be checked. */
public final class BookRule implements RuleReference {

    private final RuleInfo info;
    private final Sentence sentence;
    private final List<Word> asked;
    private final List<Word> seen;
    private final List<String> paths;
    private final List<Box> boxes;
    private final Map<Question, Object> answers;

    /**
     * @param asked the words of its condition
     * @param boxes where it speaks
     * @param answers values, or the {@link Word} whose value is the answer
     */
    public BookRule(
            RuleInfo info, Sentence sentence, List<Word> asked, List<Box> boxes, Map<Question, Object> answers) {
        this.info = info;
        this.sentence = sentence;
        this.asked = List.copyOf(asked);
        Set<Word> words = new LinkedHashSet<>(asked);
        words.addAll(sentence.words());
        this.seen = List.copyOf(words);
        this.paths = seen.stream().map(Word::path).toList();
        this.boxes = List.copyOf(boxes);
        this.answers = java.util.Collections.unmodifiableMap(new java.util.EnumMap<>(answers));
    }

    public RuleInfo info() {
        return info;
    }

    /** Where it speaks; the boxes may meet. */
    public List<Box> boxes() {
        return boxes;
    }

    public Map<Question, Object> answers() {
        return answers;
    }

    /** The questions whose answers its condition needs; those of its sentence alone do not count. */
    public Stream<Question> questionsAsked() {
        return asked.stream().map(Word::question).filter(Objects::nonNull);
    }

    Object answerFor(Question question, Subject subject) {
        Object answer = java.util.Objects.requireNonNull(answers.get(question));
        return answer instanceof Word word ? java.util.Objects.requireNonNull(word.of(subject)) : answer;
    }

    /** What it saw, one value for each of {@link #words()}. */
    public List<@Nullable Object> values(Subject subject) {
        List<@Nullable Object> values = new ArrayList<>(seen.size());
        for (Word word : seen) {
            values.add(word.of(subject));
        }
        return values;
    }

    @Override
    public String id() {
        return info.id();
    }

    @Override
    public String name() {
        return info.name();
    }

    @Override
    public String file() {
        return info.file();
    }

    @Override
    public int line() {
        return info.line();
    }

    @Override
    public List<String> words() {
        return paths;
    }

    @Override
    public String explain(List<@Nullable Object> values) {
        List<@Nullable Object> ofSentence = new ArrayList<>();
        for (Word word : sentence.words()) {
            ofSentence.add(values.get(seen.indexOf(word)));
        }
        return sentence.fill(ofSentence);
    }

    @Override
    public String valueText(int word, @Nullable Object value) {
        return Sentence.forPerson(value);
    }

    /** Such as {@code "ABC-010 much is sold" (classification.drl line 3)}. */
    public String reference() {
        return "\"" + info.name() + "\" (" + info.file() + " line " + info.line() + ")";
    }
}
