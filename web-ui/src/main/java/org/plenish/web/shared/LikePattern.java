package org.plenish.web.shared;

import org.jspecify.annotations.Nullable;

/** What a person typed to find something, as a pattern of SQL's LIKE in which their own wildcards stand for themselves. */
public final class LikePattern {

    private LikePattern() {}

    /** What holds the text; null: nothing was typed, so all. */
    public static @Nullable String containing(@Nullable String typed) {
        String plain = plain(typed);
        return plain.isEmpty() ? null : "%" + plain + "%";
    }

    /** What begins with the text. */
    public static String startingWith(@Nullable String typed) {
        return plain(typed) + "%";
    }

    /** Without zero characters, which no stored text has and PostgreSQL refuses. */
    private static String plain(@Nullable String typed) {
        return typed == null
                ? ""
                : typed.replace("\0", "")
                        .strip()
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_");
    }
}
