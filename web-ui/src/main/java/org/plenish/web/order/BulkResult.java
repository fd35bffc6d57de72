package org.plenish.web.order;

/** What became of one order of many that were acted on together. */
public record BulkResult(String number, Outcome outcome) {}
