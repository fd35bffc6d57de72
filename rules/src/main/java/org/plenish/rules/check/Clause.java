package org.plenish.rules.check;

import java.util.List;
import java.util.Set;
import org.plenish.rules.BookRule;
import org.plenish.rules.condition.Box;
import org.plenish.rules.vocabulary.Question;

/**
 * A rule as the checks see it.
 *
 * @param written where its own condition holds
 * @param heard where it also counts: of a first-match table, where no earlier row holds
 * @param waitsFor the answers without which it is not asked: of a row, those that its whole table needs
 * @param answeredThroughout what every row of its table answers, so that it does not matter which of them is heard
 */
record Clause(
        BookRule rule, List<Box> written, List<Box> heard, Set<Question> waitsFor, Set<Question> answeredThroughout) {

    Clause {
        written = List.copyOf(written);
        heard = List.copyOf(heard);
        waitsFor = Set.copyOf(waitsFor);
        answeredThroughout = Set.copyOf(answeredThroughout);
    }
}
