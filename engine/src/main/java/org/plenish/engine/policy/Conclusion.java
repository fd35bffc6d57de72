package org.plenish.engine.policy;

/**
 * One answer of the rule book, with its proof.
 *
 * @param question such as {@code serviceTarget}
 * @param answer as text, such as {@code 0.97}
 * @param ruleId such as {@code SVC-010}
 * @param ruleName the whole sentence
 * @param file rule file, relative to the rule book's folder
 * @param line where the rule or table row stands in it, from 1
 * @param text the rule's explanation with the values it saw filled in
 */
public record Conclusion(
        String question, String answer, String ruleId, String ruleName, String file, int line, String text) {}
