/**
 * Policy as rules: reads, checks and compiles a rule book and decides by it. The only package that knows Drools.
 *
 * <p>What is held before anything is compiled: a rule file has rules only (no package, import, global, function, declare,
 * query, attribute such as salience or dialect); conditions are about known facts and call nothing; a negative condition
 * is about the profile alone, so the order of rules cannot matter; after {@code then} there are conclusions only. Cells of
 * decision tables are data. A session ends after a fixed number of firings.
 *
 * <p>What is not held yet: conditions are checked by their text, not by a parse of the expression; how long the compiler
 * may take and how large a book may be is not limited.
 */
@NullMarked
package org.plenish.rules;

import org.jspecify.annotations.NullMarked;
