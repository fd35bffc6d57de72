/** What to order and to move, decided for all articles together within space and cash. */
@NullMarked
package org.plenish.engine.optimize;

import org.jspecify.annotations.NullMarked;
