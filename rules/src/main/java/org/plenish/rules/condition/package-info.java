/**
 * Conditions as data: trees that can be asked whether they hold, and the sets of values for which they do. The sets are what
 * lets a rule book be checked before it runs: two rules overlap where their sets meet, and what no set covers is a gap.
 */
@NullMarked
package org.plenish.rules.condition;

import org.jspecify.annotations.NullMarked;
