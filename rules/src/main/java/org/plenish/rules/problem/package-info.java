/** What can be wrong with a rule book, told so that an analyst can mend it. */
@NullMarked
package org.plenish.rules.problem;

import org.jspecify.annotations.NullMarked;
