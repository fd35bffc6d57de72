package org.plenish.web.today;

import java.math.BigDecimal;

/** Exceptions of one kind that no panel shows. */
public record OtherExceptions(String kind, int count, BigDecimal value) {}
