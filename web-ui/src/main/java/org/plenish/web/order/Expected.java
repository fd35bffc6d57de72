package org.plenish.web.order;

import java.math.BigDecimal;

/**
 * What is to be expected of acting on one order of many.
 *
 * @param value of the order; 0 if there is none of the number
 * @param outcome what would be answered
 */
public record Expected(String number, BigDecimal value, Outcome outcome) {}
