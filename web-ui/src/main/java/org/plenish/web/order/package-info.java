/** Proposed purchase orders and their lines. */
@NullMarked
package org.plenish.web.order;

import org.jspecify.annotations.NullMarked;
