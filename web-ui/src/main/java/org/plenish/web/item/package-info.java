/** Articles at warehouses: the list of all and the page of one. */
@NullMarked
package org.plenish.web.item;

import org.jspecify.annotations.NullMarked;
