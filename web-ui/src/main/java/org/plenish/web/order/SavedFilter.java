package org.plenish.web.order;

/** A filter that a person keeps under a name; {@code query} is the address's part behind the question mark. */
public record SavedFilter(String name, String query) {}
