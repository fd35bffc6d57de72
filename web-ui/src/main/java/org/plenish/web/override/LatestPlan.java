package org.plenish.web.override;

import java.lang.ref.SoftReference;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.plan.SkuLocationPlan;
import org.plenish.engine.policy.SkuLocationProfile;
import org.plenish.web.run.PlanFollower;
import org.plenish.web.run.PlannedDataset;
import org.plenish.web.run.PlannedDataset.Making;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The last plan that was made since the product was started, as long as there is room for it: what the pages show of a
 * plan can be read from the database, but not asked again.
 */
@Component
class LatestPlan implements PlanFollower {

    private volatile SoftReference<Kept> last = new SoftReference<>(null);

    /** A plan with all that is needed to ask its rules and formulas again. */
    record Kept(
            long runId,
            PlannedDataset planned,
            Making making,
            List<SkuLocationProfile> profiles,
            Map<SkuLocation, SkuLocationPlan> locations) {

        static Kept of(long runId, PlannedDataset planned, Making making) {
            List<SkuLocationPlan> all = planned.plan().locations();
            return new Kept(
                    runId,
                    planned,
                    making,
                    all.stream().map(SkuLocationPlan::profile).toList(),
                    Collections.unmodifiableMap(
                            all.stream().collect(Collectors.toMap(SkuLocationPlan::location, Function.identity()))));
        }
    }

    /** Kept when it is committed; one that is not never was. */
    @Override
    public void planStored(long runId, PlannedDataset planned) {
        Making making = planned.making();
        if (making == null) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                last = new SoftReference<>(Kept.of(runId, planned, making));
            }
        });
    }

    /** Empty if that plan was made before the product was started, or there was no room to keep it. */
    Optional<Kept> find(long runId) {
        return Optional.ofNullable(last.get()).filter(kept -> kept.runId() == runId);
    }
}
