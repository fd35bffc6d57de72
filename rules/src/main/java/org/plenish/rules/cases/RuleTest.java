package org.plenish.rules.cases;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.plenish.rules.vocabulary.Question;
import org.plenish.rules.vocabulary.Topic;

/**
 * What is given, and what must follow.
 *
 * @param name unique in the book
 * @param file relative to the book's folder
 * @param line where it begins, from 1
 * @param fact what is given, of the topic's type
 * @param expect answers that must come
 * @param fires ids of rules that must speak
 * @param silent ids of rules that must not
 */
public record RuleTest(
        String name,
        String file,
        int line,
        Topic topic,
        Record fact,
        Map<Question, Object> expect,
        Set<String> fires,
        Set<String> silent) {

    public RuleTest {
        Map<Question, Object> ordered = new EnumMap<>(Question.class);
        ordered.putAll(expect);
        expect = Collections.unmodifiableMap(ordered);
        fires = Collections.unmodifiableSet(new LinkedHashSet<>(fires));
        silent = Collections.unmodifiableSet(new LinkedHashSet<>(silent));
    }
}
