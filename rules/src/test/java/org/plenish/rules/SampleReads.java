package org.plenish.rules;

import org.plenish.engine.model.UnitPrice;

/** Functions as a surface may have them. */
public final class SampleReads {

    private SampleReads() {}

    public static double number(UnitPrice price) {
        return price.toDouble();
    }

    public static boolean isLong(String text) {
        return text.length() > 3;
    }
}
