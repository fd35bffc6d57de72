package org.plenish.web.order;

/** Cash of the first bucket in currency units; {@code committed} includes what open orders bind. */
public record CashOfBucket(double available, double committed) {}
