package org.plenish.web.order;

/** An entry of a list to choose from. */
public record Choice(String value, String name) {}
