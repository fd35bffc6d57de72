package org.plenish.web.item.list;

/** One entry of a selection: what the address says and what a person reads. */
public record Choice(String value, String name) {}
