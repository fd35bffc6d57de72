package org.plenish.web.shared;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Builds the address of a page with what it is filtered by. Mutable. */
public final class PageAddress {

    private final UriComponentsBuilder address;

    private PageAddress(String path) {
        this.address = UriComponentsBuilder.fromPath(path);
    }

    public static PageAddress of(String path) {
        return new PageAddress(path);
    }

    /** @param value null or blank: not filtered by it, so it is left out */
    public PageAddress with(String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            // As a variable, so that every special character of a person's text is encoded.
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
        return this;
    }

    @Override
    public String toString() {
        return address.cloneBuilder().encode().build().toUriString();
    }
}
