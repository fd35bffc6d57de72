package org.plenish.web.item.list;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of the list ends or begins: what its last or first row is sorted by. The neighbouring page is found by it,
 * whatever was added or taken away before.
 *
 * @param value of the column that the list is sorted by, as the database writes it
 */
record ItemKey(String value, String item, String warehouse) {

    private static final String SEPARATOR = "\u0001";
    private static final int PARTS = 3;

    String token() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, value, item, warehouse).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for the first page, and for what no page gave out. */
    static Optional<ItemKey> find(@Nullable String token) {
        if (token == null || token.isBlank()) {
            return Optional.empty();
        }
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(SEPARATOR, -1);
            return parts.length == PARTS ? Optional.of(new ItemKey(parts[0], parts[1], parts[2])) : Optional.empty();
        } catch (IllegalArgumentException misspelt) {
            return Optional.empty();
        }
    }
}
