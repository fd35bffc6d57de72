package org.plenish.web.today;

import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.PageAddress;

/**
 * Which alerts a list shows, as the address says it; null or blank: not filtered by it.
 *
 * @param panel null: stocked out
 * @param after rank of the last alert of the page before
 */
public record AlertFilter(
        @Nullable Panel panel,
        @Nullable Show show,
        @Nullable String warehouse,
        @Nullable Integer after) {

    /** Which of them, by where they stand. */
    public enum Show {
        ALL,
        OPEN,
        PUT_ASIDE
    }

    public Panel panelOrDefault() {
        return panel == null ? Panel.STOCKED_OUT : panel;
    }

    public Show showOrDefault() {
        return show == null ? Show.ALL : show;
    }

    /** The list of another panel, filtered likewise. */
    public String panelAddress(Panel other) {
        return address("/alerts", other, null);
    }

    public String nextAddress(int rank) {
        return address("/alerts", panelOrDefault(), rank);
    }

    public String firstAddress() {
        return address("/alerts", panelOrDefault(), null);
    }

    public String fileAddress(String format) {
        return address("/alerts." + format, panelOrDefault(), null);
    }

    private String address(String path, Panel shown, @Nullable Integer rank) {
        return PageAddress.of(path)
                .with("panel", shown)
                .with("show", show)
                .with("warehouse", warehouse)
                .with("after", rank)
                .toString();
    }
}
