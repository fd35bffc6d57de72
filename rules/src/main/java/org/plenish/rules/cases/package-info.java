/**
 * Tests of a rule book that an analyst writes without Java: {@code tests/*.yaml} in the book's folder say what is given, and
 * what must follow. What a test does not say is as in the ordinary subject of {@code ordinary.yaml}.
 *
 * <p>A test file is data from outside: it is read as text nodes only, nothing is constructed from it, and all that is wrong
 * with it is told with line and column.
 */
@NullMarked
package org.plenish.rules.cases;

import org.jspecify.annotations.NullMarked;
