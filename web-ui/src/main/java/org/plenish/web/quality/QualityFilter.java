package org.plenish.web.quality;

import org.jspecify.annotations.Nullable;
import org.plenish.engine.plan.quality.FindingKind;
import org.plenish.web.shared.PageAddress;

/**
 * What a list of findings or of records to count shows, as the address says it; null or blank: not filtered by it.
 *
 * @param after rank of the last row of the page before
 */
public record QualityFilter(
        @Nullable FindingKind kind,
        @Nullable String warehouse,
        @Nullable Integer after) {

    static final String FINDINGS = "/data-quality";
    static final String COUNTS = "/data-quality/counts";

    public String kindAddress(String other) {
        return PageAddress.of(FINDINGS).with("kind", other).with("warehouse", warehouse) + "#list-title";
    }

    public String nextAddress(String path, int rank) {
        return address(path, rank);
    }

    public String firstAddress(String path) {
        return address(path, null);
    }

    public String fileAddress(String path, String format) {
        return address(path + "." + format, null);
    }

    private String address(String path, @Nullable Integer rank) {
        return PageAddress.of(path)
                .with("kind", kind)
                .with("warehouse", warehouse)
                .with("after", rank)
                .toString();
    }

    int afterOrZero() {
        return after == null ? 0 : after;
    }
}
