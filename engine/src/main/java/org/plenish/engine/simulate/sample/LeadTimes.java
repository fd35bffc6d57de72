package org.plenish.engine.simulate.sample;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lead times by mean and deviation, each worked out once: there are far fewer than orders. Safe to share between threads. */
final class LeadTimes {

    private record Terms(int meanDays, double sdDays) {}

    private final Map<Terms, LeadTimeDays> known = new ConcurrentHashMap<>();

    LeadTimeDays of(int meanDays, double sdDays) {
        return known.computeIfAbsent(
                new Terms(meanDays, sdDays), terms -> LeadTimeDays.of(terms.meanDays(), terms.sdDays()));
    }
}
