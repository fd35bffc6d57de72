package org.plenish.rules.condition;

/** How two values are compared. */
public enum Operator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">=");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    public boolean isOrder() {
        return this != EQUAL && this != NOT_EQUAL;
    }

    /** With its sides changed: {@code 3 < x} is {@code x > 3}. */
    public Operator mirrored() {
        return switch (this) {
            case LESS -> GREATER;
            case AT_MOST -> AT_LEAST;
            case GREATER -> LESS;
            case AT_LEAST -> AT_MOST;
            case EQUAL, NOT_EQUAL -> this;
        };
    }
}
