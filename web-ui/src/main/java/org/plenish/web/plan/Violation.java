package org.plenish.web.plan;

/** A limit that the plan cannot keep: where, and by how much in the limit's unit. */
public record Violation(String kind, String place, double excess) {}
