package org.plenish.web.export;

/**
 * Who takes part in an order.
 *
 * @param id by which the buyer knows it
 */
public record Party(String id, String name) {}
