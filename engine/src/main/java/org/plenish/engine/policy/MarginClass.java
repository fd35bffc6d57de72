package org.plenish.engine.policy;

/** Pareto class by annual gross margin: A few articles that earn most of it, C many that earn little. */
public enum MarginClass {
    A,
    B,
    C
}
