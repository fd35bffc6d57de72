/**
 * Checks of a whole rule book before it runs: whether every question has exactly one answer, whatever the article is. The sets
 * of values behind conditions make that a matter of arithmetic, not of trying articles.
 */
@NullMarked
package org.plenish.rules.check;

import org.jspecify.annotations.NullMarked;
