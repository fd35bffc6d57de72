/** Purchase orders and transfers: from a plan's proposals through editing and approval to what has arrived. */
@NullMarked
package org.plenish.web.order;

import org.jspecify.annotations.NullMarked;
