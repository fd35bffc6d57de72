package org.plenish.web.scenario;

import java.lang.ref.SoftReference;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.plan.RunListener;
import org.plenish.web.run.PlanSource;
import org.plenish.web.run.StoredDatasets;
import org.springframework.stereotype.Component;

/** Reads the datasets that scenarios change, and keeps the last one as long as there is room: datasets never change. */
@Component
class ScenarioDatasets {

    private final PlanSource sample;
    private final StoredDatasets stored;
    private SoftReference<Kept> last = new SoftReference<>(null);

    ScenarioDatasets(PlanSource sample, StoredDatasets stored) {
        this.sample = sample;
        this.stored = stored;
    }

    private record Kept(@Nullable Long id, Dataset dataset) {}

    /** @param id null: the sample */
    PlanSource source(@Nullable Long id) {
        return id == null
                ? sample
                : stored.find(id).orElseThrow(() -> new IllegalStateException("There is no dataset " + id + "."));
    }

    /**
     * As it was brought in, without what people have decided since.
     *
     * @throws IllegalStateException with a message for a person if it cannot be read
     */
    synchronized Dataset read(@Nullable Long id, RunListener listener) {
        Kept kept = last.get();
        if (kept == null || !Objects.equals(kept.id(), id)) {
            kept = new Kept(id, source(id).read(listener).dataset());
            last = new SoftReference<>(kept);
        }
        return kept.dataset();
    }
}
