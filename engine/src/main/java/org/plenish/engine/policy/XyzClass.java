package org.plenish.engine.policy;

/** Class by the variability of demand from bucket to bucket: X steady, Y moving, Z hard to foresee. */
public enum XyzClass {
    X,
    Y,
    Z
}
