package org.plenish.web.order.life;

/**
 * What is to be said about a change before it is made.
 *
 * @param message what it is, with value and requirement
 */
public record Finding(Weight weight, String message) {

    /** How much a finding weighs. */
    public enum Weight {
        /** The change is not made. */
        REFUSES,
        /** The change is made if the person wants it all the same. */
        WARNS
    }

    static Finding refuses(String message) {
        return new Finding(Weight.REFUSES, message);
    }

    static Finding warns(String message) {
        return new Finding(Weight.WARNS, message);
    }

    public boolean isRefusal() {
        return weight == Weight.REFUSES;
    }
}
