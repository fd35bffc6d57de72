package org.plenish.rules.vocabulary;

/** What the values of a word are. */
public enum Kind {
    NUMBER("a number"),
    WHOLE_NUMBER("a whole number"),
    DAY("a date such as 2026-11-23"),
    YES_NO("true or false"),
    CONSTANT("one of some words"),
    TEXT("a text");

    private final String phrase;

    Kind(String phrase) {
        this.phrase = phrase;
    }

    /** For messages: "must be " and this. */
    public String phrase() {
        return phrase;
    }

    public boolean isNumeric() {
        return this == NUMBER || this == WHOLE_NUMBER;
    }

    /** Whether one value may be less than another. */
    public boolean isOrdered() {
        return isNumeric() || this == DAY;
    }
}
