package org.plenish.web.order;

import org.jspecify.annotations.Nullable;
import org.plenish.web.order.life.OrderState;
import org.plenish.web.shared.PageAddress;
import org.plenish.web.shared.Release;

/**
 * What an inbox shows, as the address says it; null or blank: not filtered by it.
 *
 * @param state null: whatever is not at its end
 * @param mine only what the person changed, or may approve
 * @param snoozed also what the person put aside until a day
 * @param q part of an order's number, or of an item's number or name
 * @param after where the page before ended, see {@link InboxKey}
 */
public record InboxFilter(
        @Nullable Release when,
        @Nullable OrderState state,
        @Nullable String partner,
        @Nullable String warehouse,
        @Nullable Urgency urgency,
        @Nullable Boolean mine,
        @Nullable Boolean snoozed,
        @Nullable String q,
        @Nullable String after) {

    /** How soon somebody has to act. */
    public enum Urgency {
        /** An item runs out before its goods are due. */
        TOO_LATE,
        /** An item runs out within the plan's horizon. */
        RUNS_OUT
    }

    public boolean isMine() {
        return Boolean.TRUE.equals(mine);
    }

    public boolean isSnoozed() {
        return Boolean.TRUE.equals(snoozed);
    }

    public boolean isEmpty() {
        return state == null
                && isBlank(partner)
                && isBlank(warehouse)
                && urgency == null
                && !isMine()
                && !isSnoozed()
                && isBlank(q);
    }

    /** The address of the page that begins after {@code key}. */
    public String nextAddress(OrderKind kind, String key) {
        return address(kind, when, key);
    }

    /** The same filter for another release, from its first page. */
    public String releaseAddress(OrderKind kind, @Nullable Release release) {
        return address(kind, release, null);
    }

    /** What a saved filter keeps: the address without where a page begins. */
    public String query(OrderKind kind) {
        String address = address(kind, when, null);
        int mark = address.indexOf('?');
        return mark < 0 ? "" : address.substring(mark + 1);
    }

    /** The address of the file of all that is shown, on this page and others. */
    public String fileAddress(OrderKind kind, Release release, String format) {
        return address(kind.path() + "." + format, release, null);
    }

    private String address(OrderKind kind, @Nullable Release release, @Nullable String key) {
        return address(kind.path(), release, key);
    }

    private String address(String path, @Nullable Release release, @Nullable String key) {
        return PageAddress.of(path)
                .with("when", release)
                .with("state", state)
                .with("partner", partner)
                .with("warehouse", warehouse)
                .with("urgency", urgency)
                .with("mine", isMine() ? true : null)
                .with("snoozed", isSnoozed() ? true : null)
                .with("q", q)
                .with("after", key)
                .toString();
    }

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
