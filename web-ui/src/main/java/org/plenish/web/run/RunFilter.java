package org.plenish.web.run;

import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.PageAddress;

/**
 * Which runs are shown, as the address says it; null: not filtered by it.
 *
 * @param dataset of this stored dataset
 * @param before only runs with a lower number: the next page of a list that begins with the latest
 * @param after only runs with a higher number: the previous page
 */
public record RunFilter(
        RunProgress.@Nullable Status state,
        @Nullable Long dataset,
        @Nullable Long before,
        @Nullable Long after) {

    public static RunFilter ofDataset(long dataset) {
        return new RunFilter(null, dataset, null, null);
    }

    public String olderAddress(long than) {
        return address(than, null);
    }

    public String newerAddress(long than) {
        return address(null, than);
    }

    private String address(@Nullable Long before, @Nullable Long after) {
        return PageAddress.of("/runs")
                .with("state", state)
                .with("dataset", dataset)
                .with("before", before)
                .with("after", after)
                .toString();
    }
}
