package org.plenish.web.run;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Figures;

/**
 * A run as the list of runs tells of it.
 *
 * @param source what was planned
 * @param datasetId of a stored dataset; null: the sample
 * @param startedBy null if it is not known
 * @param moves how many moves the optimizer tried at most; null: it went by the clock
 * @param seconds for how long the optimizer looked; null: it went by the moves
 * @param error why it failed; null unless it did
 * @param datasetFingerprint null unless the run has finished, as the rule book's and what follows is
 * @param planDate null if the run has no plan, as what follows is
 * @param gap of the cost to the proven bound, 0 to 1
 * @param setAsideLines decided lines of orders that the dataset does not know
 */
public record RunRecord(
        long id,
        String source,
        @Nullable Long datasetId,
        RunProgress.Status status,
        @Nullable String startedBy,
        @Nullable String cancelledBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Long moves,
        @Nullable Double seconds,
        long seed,
        @Nullable String error,
        @Nullable String datasetFingerprint,
        @Nullable String ruleBook,
        @Nullable String ruleBookFingerprint,
        @Nullable String productVersion,
        @Nullable LocalDate planDate,
        @Nullable String currency,
        @Nullable BigDecimal cost,
        @Nullable Double gap,
        long setAsideLines) {

    public boolean isRunning() {
        return status == RunProgress.Status.RUNNING;
    }

    /** How long it worked, to the second; null while it does. */
    public @Nullable Long tookSeconds() {
        return finishedAt == null
                ? null
                : Math.max(0, Duration.between(startedAt, finishedAt).toSeconds());
    }

    /** In the currency of its own plan. */
    public String costText() {
        return new Figures(currency == null ? "EUR" : currency).wholeMoney(cost);
    }

    /** Of its dataset; null for the sample. */
    public @Nullable String datasetAddress() {
        return datasetId == null ? null : "/datasets/" + datasetId;
    }
}
