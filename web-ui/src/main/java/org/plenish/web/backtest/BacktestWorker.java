package org.plenish.web.backtest;

import java.time.Clock;
import java.util.Optional;
import org.plenish.web.shared.JobProgress;
import org.plenish.web.shared.JobWorker;
import org.springframework.stereotype.Component;

/** Makes the backtests that wait. */
@Component
class BacktestWorker extends JobWorker<Backtest> {

    private final BacktestJobs jobs;
    private final Replays replays;
    private final Clock clock;

    BacktestWorker(BacktestJobs jobs, Replays replays, Clock clock) {
        super("backtests");
        this.jobs = jobs;
        this.replays = replays;
        this.clock = clock;
    }

    @Override
    protected void recover() {
        jobs.recover(clock.instant());
    }

    @Override
    protected Optional<Backtest> begin() {
        return jobs.begin(clock.instant());
    }

    @Override
    protected String name(Backtest backtest) {
        return "Backtest " + backtest.id();
    }

    @Override
    protected void work(Backtest backtest) {
        BacktestResult result = replays.replay(
                backtest.datasetId(), jobs.setup(backtest), jobs.files(backtest.id()), progress(backtest)::at);
        jobs.finish(backtest.id(), result, clock.instant());
    }

    private JobProgress<Backtest.Stage> progress(Backtest backtest) {
        return new JobProgress<>(
                name(backtest), (stage, share, detail) -> jobs.progress(backtest.id(), stage, share, detail), clock);
    }

    @Override
    protected void cancel(Backtest backtest) {
        jobs.cancel(backtest.id(), clock.instant());
    }

    @Override
    protected void fail(Backtest backtest, String error) {
        jobs.fail(backtest.id(), error, clock.instant());
    }
}
