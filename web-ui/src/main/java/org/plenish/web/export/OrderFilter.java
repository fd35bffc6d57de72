package org.plenish.web.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which orders another program asks for, and how many at most, by the time of their last change, then by number.
 *
 * @param status as {@link OrderDocument#status}; {@link #ANY}; null: those that are binding
 * @param supplier its id; null: any
 * @param changedSince null: whenever
 * @param after the last one of the page before; null: from the beginning
 */
public record OrderFilter(
        @Nullable String status,
        @Nullable String supplier,
        @Nullable Instant changedSince,
        @Nullable Position after,
        int limit) {

    /** Proposals too, and what was taken back. */
    public static final String ANY = "any";

    /** A place in the order of the list. */
    public record Position(Instant changedAt, String number) {}
}
