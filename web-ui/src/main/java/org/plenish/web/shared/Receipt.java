package org.plenish.web.shared;

import java.time.LocalDate;

/**
 * Goods that have come in for an order.
 *
 * @param quantityUnits 1 or more
 * @param reason in the caller's words, needed if more has come than was ordered; else may be blank
 */
public record Receipt(String order, int line, int quantityUnits, LocalDate date, String reason) {}
