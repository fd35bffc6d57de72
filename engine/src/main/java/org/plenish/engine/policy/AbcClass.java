package org.plenish.engine.policy;

/** Pareto class by annual demand value: A few articles with most of the value, C many with little. */
public enum AbcClass {
    A,
    B,
    C
}
