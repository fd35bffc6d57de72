/** The rule book's life: drafts, their checks and impact, publishing by another person, versions; and what each rule decides. */
@NullMarked
package org.plenish.web.rulebook;

import org.jspecify.annotations.NullMarked;
