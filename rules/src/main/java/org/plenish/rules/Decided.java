package org.plenish.rules;

import java.util.List;
import java.util.Set;
import org.plenish.rules.vocabulary.Question;
import org.plenish.rules.vocabulary.Subject;

/** A subject after the rules spoke of it, even where they did not answer each question exactly once. */
public sealed interface Decided extends Subject permits Deliberation {

    /** An answer and who gave it. */
    record Answer(Object value, BookRule rule) {}

    /** None, one or several. */
    List<Answer> answers(Question question);

    /** Whether it must be answered: some questions are asked only after some answers to another. */
    boolean isAsked(Question question);

    /** Every rule that spoke. */
    Set<BookRule> spoke();
}
