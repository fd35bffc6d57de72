package org.plenish.rules;

/**
 * A rule, or a row of a decision table.
 *
 * @param id such as {@code ABC-010}, unique in the book
 * @param name id and sentence
 * @param file relative to the book's folder, with {@code /}
 * @param line where it stands in the file, from 1
 * @param explanation the text with its placeholders, as written
 */
public record RuleInfo(String id, String name, String file, int line, String explanation) {}
