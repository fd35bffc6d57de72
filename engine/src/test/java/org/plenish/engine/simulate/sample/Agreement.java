package org.plenish.engine.simulate.sample;

import static org.assertj.core.api.Assertions.assertThat;

/** How simulated figures are held against exact ones. */
final class Agreement {

    private static final double STANDARD_ERRORS = 4;

    private Agreement() {}

    /** Within chance, which must be small enough to tell. */
    static void assertAgrees(Estimate simulated, double exact, double mostRelativeError) {
        assertThat(simulated.standardError())
                .as("standard error beside " + exact)
                .isLessThan(mostRelativeError * Math.abs(exact));
        assertThat(Math.abs(simulated.mean() - exact))
                .as("simulated %s, exact %s", simulated, exact)
                .isLessThan(STANDARD_ERRORS * simulated.standardError());
    }
}
