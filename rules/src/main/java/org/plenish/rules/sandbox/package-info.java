/**
 * Compiles rules that are not trusted. What a rule file may say is decided elsewhere, by parsing it; here it is assumed
 * that this failed, and that the source given to Drools is hostile. Rules are Java to Drools: a condition or a
 * consequence can start a program, and nothing in Drools prevents it.
 *
 * <p>A source passes four gates, each of which would do alone against most of what is known:
 *
 * <ol>
 *   <li>{@link org.plenish.rules.sandbox.SourceGate}, before Drools sees it: size, number of rules, nesting; and that it
 *       declares nothing. Drools runs static initialisers of declared types while it compiles, which no later gate could
 *       see.
 *   <li>{@link org.plenish.rules.sandbox.RuleClassLoader}, at compile time: only listed classes exist. It has no parent,
 *       so {@code Runtime}, {@code Thread}, {@code File} and reflection are unknown names to the compiler. It must read
 *       more than rules may use, as {@code java.lang.Enum} cannot be understood without the types in its signatures:
 *       hence the next gate.
 *   <li>{@link org.plenish.rules.sandbox.ClassInspector}, after the compiler and before any class is loaded: every class,
 *       method, field, instruction and reference must be one that Drools writes for a rule that only reads, compares and
 *       concludes. The list, {@link org.plenish.rules.sandbox.GeneratedCode}, is written out by hand from what Drools
 *       10.1 generates; a Drools that generates otherwise is refused, not trusted. Jumps go forward only, so a condition
 *       ends.
 *   <li>{@link org.plenish.rules.sandbox.RuleClassLoader} again, at run time, with a shorter list: what was only there to
 *       be read in signatures does not exist any more.
 * </ol>
 *
 * <p>Both lists are of what is allowed, never of what is forbidden: text can be written in too many ways. What the product
 * shows to rules is one value, {@link org.plenish.rules.sandbox.Surface}.
 *
 * <p>Nothing is deserialized: compiled rules are neither written nor read, each start compiles them again.
 *
 * <p>Not held here: how long Drools takes to compile what passed the first gate, how many rules fire, and what the
 * functions of the surface do. The first is bounded by size only, the second by whoever fires the rules.
 */
@NullMarked
package org.plenish.rules.sandbox;

import org.jspecify.annotations.NullMarked;
