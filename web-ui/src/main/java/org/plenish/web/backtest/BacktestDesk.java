package org.plenish.web.backtest;

import java.time.Clock;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenish.web.run.SampleFiles;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts, cancels and deletes backtests; each change with its entry in the audit log. */
@Service
class BacktestDesk {

    static final int LONGEST_NAME = 120;
    static final int LONGEST_REASON = 500;

    /** Each takes minutes of all processors. */
    private static final int MOST_WAITING = 20;

    private final BacktestJobs jobs;
    private final BacktestWorker worker;
    private final Clock clock;

    BacktestDesk(BacktestJobs jobs, BacktestWorker worker, Clock clock) {
        this.jobs = jobs;
        this.worker = worker;
        this.clock = clock;
    }

    /**
     * Asks for a backtest.
     *
     * @param name blank: the dataset's
     * @param datasetId null: the sample
     * @param found in the changed rule book, which must be usable; null: none is changed
     * @param files of it; empty if none is changed
     * @return its number
     */
    @Transactional
    public long start(
            Actor actor,
            String name,
            @Nullable Long datasetId,
            Setup setup,
            @Nullable BookFindings found,
            SortedMap<String, byte[]> files) {
        if (found != null && !found.isUsable()) {
            throw new RefusedException(HttpStatus.UNPROCESSABLE_CONTENT, "backtest.refused.book");
        }
        if (name.strip().length() > LONGEST_NAME) {
            throw new RefusedException(HttpStatus.UNPROCESSABLE_CONTENT, "backtest.refused.name", LONGEST_NAME);
        }
        String datasetName = datasetId == null ? SampleFiles.NAME : jobs.datasetName(datasetId);
        return queue(actor, name.isBlank() ? datasetName : name.strip(), datasetId, setup, found, files);
    }

    /** The same with the other demand: as recorded, or with what was lost without stock put back. */
    @Transactional
    public long again(Actor actor, long id, boolean correctedDemand) {
        Backtest before = jobs.get(id);
        return queue(
                actor,
                before.name(),
                before.datasetId(),
                jobs.setup(before).withCorrectedDemand(correctedDemand),
                jobs.findings(before),
                new TreeMap<>(jobs.files(id)));
    }

    private long queue(
            Actor actor,
            String name,
            @Nullable Long datasetId,
            Setup setup,
            @Nullable BookFindings found,
            SortedMap<String, byte[]> files) {
        if (jobs.waiting() >= MOST_WAITING) {
            throw new RefusedException(HttpStatus.CONFLICT, "backtest.refused.waiting", MOST_WAITING);
        }
        long id = jobs.queue(actor, name, datasetId, setup, found, files, clock.instant());
        worker.wakeAfterCommit();
        return id;
    }

    @Transactional
    public void cancel(Actor actor, long id) {
        jobs.requestCancel(actor, jobs.get(id).id(), clock.instant());
    }

    @Transactional
    public void delete(Actor actor, long id, String reason) {
        Backtest backtest = jobs.lock(id);
        String said = reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, "backtest.refused.reason", LONGEST_REASON);
        }
        if (backtest.isOpen()) {
            throw new RefusedException(HttpStatus.CONFLICT, "backtest.refused.atWork");
        }
        jobs.delete(actor, backtest, said);
    }
}
