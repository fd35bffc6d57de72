package org.plenish.web.override;

import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.PageAddress;

/**
 * What the list shows, as the address says it; null or blank: not filtered by it.
 *
 * @param q part of an article's number or name, of a reason or of a person's name
 * @param item one article's number, exactly
 * @param state null: those that stand
 * @param page from 1
 */
public record OverrideFilter(
        @Nullable String q,
        @Nullable String item,
        @Nullable String warehouse,
        @Nullable OverrideField field,
        @Nullable State state,
        @Nullable Integer page) {

    static final String PATH = "/overrides";

    /** What became of an override. */
    public enum State {
        /** The next plan takes it. */
        STANDING,
        /** Its last day has passed. */
        EXPIRED,
        /** Somebody ended it or set another value. */
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
                .with("item", item)
                .with("warehouse", warehouse)
                .with("field", field)
                .with("state", state)
                .with("page", number > 1 ? number : null)
                .toString();
    }

    static @Nullable String nullIfBlank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
