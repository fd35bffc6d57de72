package org.plenish.web.rulebook;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A rule book that people work on.
 *
 * @param author who began it
 * @param version grows with each change
 * @param files text by name relative to the book's folder, with {@code /}; lines end with {@code \n}
 * @param note what it is for, in its authors' words
 * @param basedOn the version that it began with or was last brought up to; 0: the standard book
 * @param baseFingerprint of the files of that
 * @param fingerprint of {@code files}
 * @param authors whoever has changed something in it: none of them publishes it
 * @param sentBackBy who sent it back last; null if nobody did since it was submitted
 */
public record Draft(
        long id,
        String name,
        String author,
        DraftState state,
        int version,
        SortedMap<String, String> files,
        String note,
        long basedOn,
        String baseFingerprint,
        String fingerprint,
        SortedSet<String> authors,
        OffsetDateTime createdAt,
        OffsetDateTime changedAt,
        @Nullable String submittedBy,
        @Nullable OffsetDateTime submittedAt,
        @Nullable String sentBackBy,
        @Nullable String sentBackReason) {

    public Draft {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        authors = Collections.unmodifiableSortedSet(new TreeSet<>(authors));
    }

    public boolean isOpen() {
        return state == DraftState.OPEN;
    }

    public boolean isSubmitted() {
        return state == DraftState.SUBMITTED;
    }

    /** Whether it is open or submitted. */
    public boolean isAtWork() {
        return isOpen() || isSubmitted();
    }

    /** Whether a person has changed something in it. */
    public boolean isBy(String userName) {
        return author.equals(userName) || authors.contains(userName);
    }
}
