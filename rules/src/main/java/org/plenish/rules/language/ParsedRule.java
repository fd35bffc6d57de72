package org.plenish.rules.language;

import java.util.List;
import org.plenish.rules.condition.Condition;
import org.plenish.rules.vocabulary.Question;
import org.plenish.rules.vocabulary.Word;

/**
 * A rule as it was read.
 *
 * @param id such as {@code ABC-010}
 * @param name id and sentence
 * @param explanation as written, with its {@code {words}}
 * @param line of its first word
 * @param condition what its patterns ask, all together
 * @param facts the answers that must have been given, asked about or not
 */
public record ParsedRule(
        String id,
        String name,
        int line,
        String explanation,
        Condition condition,
        List<Question> facts,
        List<Conclusion> conclusions) {

    /**
     * What it says.
     *
     * @param value the answer, or the {@link Word} whose value is the answer
     */
    public record Conclusion(Question question, Object value, int line, int column) {}
}
