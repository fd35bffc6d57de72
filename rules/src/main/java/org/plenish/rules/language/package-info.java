/**
 * The language of rule files: a small part of DRL, read by a parser of its own. It is the first wall. What the grammar does
 * not name cannot be said, so there is no list of forbidden things to be outwitted; every problem is found with its true
 * line and column; and what Drools compiles is written anew from the tree ({@link org.plenish.rules.language.DrlWriter}), so
 * that no text of a file reaches a compiler.
 *
 * <pre>
 * file       = { import of a known type | rule }
 * rule       = "rule" text [ "@explain(" text ")" ] "when" { condition } "then" { conclusion } "end"
 * condition  = pattern | "not" | "exists" | "and" | "or" of them | "(" condition ")"
 * pattern    = fact "(" [ test { "," test } ] ")"
 * test       = [ $name ":" ] comparison of words, values and pure functions, with &amp;&amp;, ||, !, in, not in
 * conclusion = "conclude." question "(" ( value | $name ) ")" ";"
 * </pre>
 */
@NullMarked
package org.plenish.rules.language;

import org.jspecify.annotations.NullMarked;
