/** The life of an order: who may do what to it, and what an approval takes. Plain Java, no Spring and no database. */
@NullMarked
package org.plenish.web.order.life;

import org.jspecify.annotations.NullMarked;
