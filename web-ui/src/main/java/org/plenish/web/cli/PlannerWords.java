package org.plenish.web.cli;

import java.util.ResourceBundle;

/** Questions and answers of rules as the web application calls them. */
final class PlannerWords {

    private final ResourceBundle words = ResourceBundle.getBundle("messages");

    /** Of {@code abcClass}: {@code ABC class}. */
    String question(String question) {
        return word("question." + question, question);
    }

    /** Of {@code MIN_MAX}: {@code (s,S) min–max}. */
    String answer(String answer) {
        return word("answer." + answer, answer);
    }

    /** Of {@code ses}: what a planner calls the method. */
    String method(String id) {
        return word("method." + id, id);
    }

    private String word(String key, String otherwise) {
        return words.containsKey(key) ? words.getString(key) : otherwise;
    }
}
