package org.plenish.web.audit;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;

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
    public String csvAddress() {
        return address("/audit.csv", null, null);
    }

    private String address(String path, @Nullable Long before, @Nullable Long after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parameter(address, "person", person);
        parameter(address, "kind", kind);
        parameter(address, "subject", subject);
        parameter(address, "action", action);
        parameter(address, "from", from);
        parameter(address, "to", to);
        parameter(address, "q", q);
        parameter(address, "before", before);
        parameter(address, "after", after);
        return address.encode().build().toUriString();
    }

    private static void parameter(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            // As a variable, so that every special character of a person's text is encoded.
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }
}
