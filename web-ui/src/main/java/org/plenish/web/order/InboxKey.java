package org.plenish.web.order;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of the inbox ends: what its last row is sorted by. The next page is found by it, whatever was added or
 * taken away before.
 */
record InboxKey(LocalDate groupRunsOut, String partner, LocalDate runsOut, BigDecimal atRisk, long id) {

    private static final String SEPARATOR = "\n";

    String token() {
        String text = String.join(
                SEPARATOR,
                groupRunsOut.toString(),
                partner,
                runsOut.toString(),
                atRisk.toPlainString(),
                String.valueOf(id));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for the first page, and for what no page gave out. */
    static Optional<InboxKey> find(@Nullable String token) {
        if (token == null || token.isBlank()) {
            return Optional.empty();
        }
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(SEPARATOR, -1);
            return Optional.of(new InboxKey(
                    LocalDate.parse(parts[0]),
                    parts[1],
                    LocalDate.parse(parts[2]),
                    new BigDecimal(parts[3]),
                    Long.parseLong(parts[4])));
        } catch (RuntimeException misspelt) {
            return Optional.empty();
        }
    }
}
