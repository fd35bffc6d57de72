/**
 * Policy as rules: reads, checks and compiles a rule book and decides by it. The only module that knows Drools.
 *
 * <p>A book is data. Rule files are read by a parser of their own ({@code language}), tables by another ({@code table}); both
 * speak of words ({@code vocabulary}) and become sets of values ({@code condition}) that can be checked before anything runs
 * ({@code check}). What Drools compiles is written anew from the trees. Where the map says that tables generate literals,
 * here they generate nothing: their cells are compared in Java, which is quicker and leaves nothing to break out of.
 */
@NullMarked
package org.plenish.rules;

import org.jspecify.annotations.NullMarked;
