package org.plenish.web.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.PageAddress;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Which entries are shown, as the address says it; null or blank: not filtered by it.
 *
 * @param q part of a subject, an action, a reason, or of what was before or after
 * @param from first day, in UTC
 * @param to last day, in UTC
 * @param before only entries with a lower number: the next page of a list that begins with the latest
 * @param after only entries with a higher number: the previous page
 */
public record AuditFilter(
        @Nullable String person,
        @Nullable String kind,
        @Nullable String subject,
        @Nullable String action,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate to,

        @Nullable String q,
        @Nullable Long before,
        @Nullable Long after) {

    public String olderAddress(long than) {
        return address("/audit", than, null);
    }

    public String newerAddress(long than) {
        return address("/audit", null, than);
    }

    /** Of all entries that fit, whatever page is shown. */
    public String fileAddress(String extension) {
        return address("/audit." + extension, null, null);
    }

    private String address(String path, @Nullable Long before, @Nullable Long after) {
        return PageAddress.of(path)
                .with("person", person)
                .with("kind", kind)
                .with("subject", subject)
                .with("action", action)
                .with("from", from)
                .with("to", to)
                .with("q", q)
                .with("before", before)
                .with("after", after)
                .toString();
    }
}
