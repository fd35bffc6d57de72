package org.plenish.web.rulebook.edit;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plenish.rules.vocabulary.EditDistance;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * A value in a table that the current plan does not have.
 *
 * @param known those that it has
 * @param row from 0, below the header
 * @param line of the file, from 1
 * @param column from 1
 */
record StrangeValue(String word, String value, List<String> known, int row, int line, int column) {

    /** Two letters of three that are wrong are another word. */
    private static final int LETTERS_FOR_A_MISTAKE = 3;

    StrangeValue {
        known = List.copyOf(known);
    }

    /** A warning, as it may come with the next dataset. */
    Finding finding(MessageSource texts) {
        Locale locale = LocaleContextHolder.getLocale();
        String message = texts.getMessage("ruleedit.grid.notInPlan", new Object[] {word, value}, locale);
        String advice = findMeant()
                .map(meant -> texts.getMessage("ruleedit.grid.notInPlan.like", new Object[] {meant}, locale))
                .orElseGet(() -> texts.getMessage("ruleedit.grid.notInPlan.none", null, locale));
        return new Finding(false, "", line, column, message, advice, row);
    }

    /** What it looks like. */
    Optional<String> findMeant() {
        return known.stream()
                .filter(one -> letters(one) <= Math.max(1, value.length() / LETTERS_FOR_A_MISTAKE))
                .min(Comparator.comparing(this::letters));
    }

    private int letters(String one) {
        return EditDistance.letters(one.toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT));
    }
}
