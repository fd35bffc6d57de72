package org.plenish.web.forecast;

import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.PageAddress;

/**
 * Which changes of forecasts are listed, as the address says it; null or blank: not filtered by it.
 *
 * @param q part of an item's number, a category, a reason or a person's name
 * @param state null: those that stand
 * @param page from 1
 */
public record ChangeFilter(
        @Nullable String q,
        @Nullable ForecastKind kind,
        @Nullable State state,
        @Nullable Integer page) {

    static final String PATH = "/forecast/changes";

    /** What became of a change. */
    public enum State {
        /** The next plan makes it. */
        STANDING,
        /** Its last day has passed. */
        PASSED,
        /** Somebody ended it. */
        ENDED,
        ALL
    }

    public State stateOrDefault() {
        return state == null ? State.STANDING : state;
    }

    int pageOrFirst() {
        return page == null ? 1 : Math.max(1, page);
    }

    public String pageAddress(int number) {
        return address(PATH, number);
    }

    /** The address of all pages of the same list as a file. */
    public String fileAddress(String extension) {
        return address(PATH + "." + extension, 1);
    }

    private String address(String path, int number) {
        return PageAddress.of(path)
                .with("q", q)
                .with("kind", kind)
                .with("state", state)
                .with("page", number > 1 ? number : null)
                .toString();
    }
}
