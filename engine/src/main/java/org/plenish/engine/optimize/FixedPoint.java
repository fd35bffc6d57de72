package org.plenish.engine.optimize;

/**
 * Exact whole numbers for what items share and what they cost, so that a sum does not depend on the order in which it
 * was built. Money is counted in millionths of the currency unit: holding a unit for a period costs a fraction of the
 * minor unit, which rounding to it would lose. Volume is counted in mm³.
 */
public final class FixedPoint {

    private static final double MICROS = 1e6;
    private static final double CUBIC_MILLIMETRES = 1e9;

    /** More than any limit; sums of amounts stay far below. */
    public static final long UNLIMITED = Long.MAX_VALUE / 4;

    private FixedPoint() {}

    /** Millionths of the currency unit, rounded half up. */
    public static long micros(double currency) {
        return Math.round(currency * MICROS);
    }

    /** Currency units. */
    public static double currency(long micros) {
        return micros / MICROS;
    }

    /** mm³, rounded up unless it is off by less than a thousandth: many units together must not exceed a limit. */
    public static long cubicMillimetresOfUnit(double volumeM3) {
        return (long) Math.ceil(volumeM3 * CUBIC_MILLIMETRES - 1e-3);
    }

    /** mm³ of a limit; {@link #UNLIMITED} if it is infinite. */
    public static long cubicMillimetresOfLimit(double limitM3) {
        return limitM3 * CUBIC_MILLIMETRES >= UNLIMITED ? UNLIMITED : Math.round(limitM3 * CUBIC_MILLIMETRES);
    }

    /** m³. */
    public static double cubicMetres(long cubicMillimetres) {
        return cubicMillimetres / CUBIC_MILLIMETRES;
    }
}
