package org.plenish.web.item;

import java.time.LocalDate;
import java.util.List;

/**
 * In which share of the sampled futures one article at one warehouse is out of stock.
 *
 * @param anyAsPlanned at the end of some bucket, if the plan's orders are placed as they stand
 * @param anyByPolicy the same if the policies go on
 */
public record StockoutChances(double anyAsPlanned, double anyByPolicy, List<Point> points) {

    /** At the end of one bucket. */
    public record Point(LocalDate start, double asPlanned, double byPolicy) {

        public double asPlannedPercent() {
            return 100 * asPlanned;
        }

        public double byPolicyPercent() {
            return 100 * byPolicy;
        }
    }

    public StockoutChances {
        points = List.copyOf(points);
    }

    public boolean isNever() {
        return anyAsPlanned == 0 && anyByPolicy == 0;
    }
}
