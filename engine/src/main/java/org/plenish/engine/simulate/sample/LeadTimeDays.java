package org.plenish.engine.simulate.sample;

import java.util.Arrays;
import org.plenish.engine.math.Gamma;

/**
 * How many whole days it takes from order to goods, by chance: a gamma distribution with the mean and standard deviation
 * that the terms of supply name, rounded to days; the mean itself where the deviation is 0. Source of the shape: Silver,
 * Pyke & Thomas (2017), §6.10 (variable lead times); never negative and skewed, as late deliveries are. Safe to share
 * between threads.
 */
final class LeadTimeDays {

    private static final double NEGLIGIBLE = 1e-9;
    private static final int LONGEST_DAYS = 3650;

    /** At {@code d}: P(L ≤ d). Empty where the lead time is always the same. */
    private final double[] upTo;

    private final int fixedDays;

    private LeadTimeDays(double[] upTo, int fixedDays) {
        this.upTo = upTo;
        this.fixedDays = fixedDays;
    }

    /**
     * @param meanDays 0 or more
     * @param sdDays 0 or more
     */
    static LeadTimeDays of(int meanDays, double sdDays) {
        if (sdDays == 0 || meanDays == 0) {
            return new LeadTimeDays(new double[0], meanDays);
        }
        Gamma days = Gamma.ofMoments(meanDays, sdDays);
        double[] upTo = new double[LONGEST_DAYS];
        int count = 0;
        do {
            upTo[count] = days.cumulativeProbability(count + 0.5);
        } while (upTo[count++] < 1 - NEGLIGIBLE && count < LONGEST_DAYS);
        return new LeadTimeDays(Arrays.copyOf(upTo, count), meanDays);
    }

    /**
     * The lead time of an order that has been under way for some days and has not come before today.
     *
     * @param uniform above 0 and below 1
     * @param elapsedDays since it was ordered; 0 or less: it is not ordered yet
     * @return days from order to goods, {@code elapsedDays} or more; just those where it should have come long ago
     */
    int days(double uniform, int elapsedDays) {
        if (upTo.length == 0) {
            return Math.max(fixedDays, elapsedDays);
        }
        if (elapsedDays <= 0) {
            return at(uniform);
        }
        if (elapsedDays >= upTo.length) {
            return elapsedDays;
        }
        double gone = upTo[elapsedDays - 1];
        return Math.max(elapsedDays, at(gone + uniform * (1 - gone)));
    }

    private int at(double probability) {
        int place = Arrays.binarySearch(upTo, probability);
        return Math.min(place < 0 ? -place - 1 : place, upTo.length - 1);
    }
}
