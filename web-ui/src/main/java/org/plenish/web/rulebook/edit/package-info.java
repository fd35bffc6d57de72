/** The files of a draft of the rule book: written, checked, tested and tried. */
@NullMarked
package org.plenish.web.rulebook.edit;

import org.jspecify.annotations.NullMarked;
