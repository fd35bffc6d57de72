package org.plenish.web.rulebook;

import java.time.Clock;
import java.util.Optional;
import org.plenish.rules.BookFiles;
import org.plenish.web.shared.JobProgress;
import org.plenish.web.shared.JobWorker;
import org.springframework.stereotype.Component;

/** Works out the impacts that wait. */
@Component
class ImpactWorker extends JobWorker<Impact> {

    private final Impacts impacts;
    private final ImpactPlans plans;
    private final BookContents contents;
    private final Clock clock;

    ImpactWorker(Impacts impacts, ImpactPlans plans, BookContents contents, Clock clock) {
        super("rule-impacts");
        this.impacts = impacts;
        this.plans = plans;
        this.contents = contents;
        this.clock = clock;
    }

    @Override
    protected void recover() {
        impacts.recover(clock.instant());
    }

    @Override
    protected Optional<Impact> begin() {
        return impacts.begin(clock.instant());
    }

    @Override
    protected String name(Impact impact) {
        return "Rule impact " + impact.id();
    }

    @Override
    protected void work(Impact impact) {
        JobProgress<Impact.Stage> progress = new JobProgress<>(
                name(impact), (stage, share, detail) -> impacts.progress(impact.id(), stage, share, detail), clock);
        ImpactResult result = plans.plan(
                impact.datasetId(),
                BookFiles.of(contents.files(impact.standingFingerprint())),
                BookFiles.of(contents.files(impact.fingerprint())),
                impacts.settings(impact),
                progress::at);
        impacts.finish(impact.id(), result, clock.instant());
    }

    @Override
    protected void cancel(Impact impact) {
        impacts.cancel(impact.id(), clock.instant());
    }

    @Override
    protected void fail(Impact impact, String error) {
        impacts.fail(impact.id(), error, clock.instant());
    }
}
