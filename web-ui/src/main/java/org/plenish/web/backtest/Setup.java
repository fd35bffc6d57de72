package org.plenish.web.backtest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.simulate.backtest.BacktestSettings;
import org.plenish.engine.simulate.backtest.Contender;
import org.plenish.engine.simulate.backtest.SimplePolicy;

/**
 * How history is to be replayed.
 *
 * @param from null: the usual first day
 * @param beside simple policies to compare with
 * @param correctedDemand whether sales lost without stock are put back
 */
public record Setup(@Nullable LocalDate from, List<SimplePolicy.Kind> beside, boolean correctedDemand) {

    /** Of the lead times: the same luck for every backtest, so that two of them can be compared. */
    private static final long SEED = 1;

    public Setup {
        beside = List.copyOf(beside);
    }

    Setup withCorrectedDemand(boolean corrected) {
        return new Setup(from, beside, corrected);
    }

    BacktestSettings settings(int threads) {
        return new BacktestSettings(from, SEED, correctedDemand, BacktestSettings.USUAL_CHOICE_BUCKETS, threads);
    }

    List<Contender.Simple> simple() {
        return beside.stream()
                .map(kind -> new Contender.Simple(new SimplePolicy(kind)))
                .toList();
    }
}
