package org.plenish.web.rulebook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenish.web.run.PlanningProperties;
import org.plenish.web.run.RuleBooks.InForce;
import org.plenish.web.run.SampleFiles;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for what a draft would change, and for the end of that. */
@Service
class ImpactDesk {

    private final Drafts drafts;
    private final VersionsInForce versions;
    private final BookContents contents;
    private final BookChecks checks;
    private final Impacts impacts;
    private final ImpactWorker worker;
    private final PlanningProperties properties;
    private final Clock clock;

    ImpactDesk(
            Drafts drafts,
            VersionsInForce versions,
            BookContents contents,
            BookChecks checks,
            Impacts impacts,
            ImpactWorker worker,
            PlanningProperties properties,
            Clock clock) {
        this.drafts = drafts;
        this.versions = versions;
        this.contents = contents;
        this.checks = checks;
        this.impacts = impacts;
        this.worker = worker;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Asks for it, as the draft is now. A draft with errors is told of them at once.
     *
     * @param datasetId null: the sample
     */
    @Transactional
    public long start(Actor actor, long draftId, @Nullable Long datasetId) {
        Draft draft = drafts.get(draftId);
        if (!draft.isAtWork()) {
            throw new RefusedException(HttpStatus.CONFLICT, "rulebook.refused.notOpen", draft.name());
        }
        int errors = checks.find(draft.fingerprint())
                .map(found -> found.errors().size())
                .orElse(0);
        if (errors > 0) {
            throw new RefusedException(HttpStatus.CONFLICT, "rulebook.refused.errors", draft.name(), errors);
        }
        String datasetName = datasetId == null ? SampleFiles.NAME : impacts.datasetName(datasetId);
        InForce standing = versions.inForce();
        // Both as they are now: a file that is changed while the job waits does not come into it.
        contents.put(draft.files());
        contents.put(texts(standing));
        long id = impacts.queue(actor, draft, standing, datasetId, datasetName, properties.settings(), clock.instant());
        worker.wakeAfterCommit();
        return id;
    }

    private static SortedMap<String, String> texts(InForce book) {
        SortedMap<String, String> texts = new TreeMap<>();
        book.files().bytesByName().forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }

    @Transactional
    public void cancel(Actor actor, long draftId) {
        impacts.requestCancel(actor, drafts.get(draftId).id(), clock.instant());
    }
}
