package org.plenish.web.order;

/** Cash of the first bucket in currency units. */
public record CashOfBucket(double available, double committed) {}
