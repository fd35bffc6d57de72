/** Proposed transfers and their lines. */
@NullMarked
package org.plenish.web.transfer;

import org.jspecify.annotations.NullMarked;
