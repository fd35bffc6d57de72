/** From past demand to future demand and the error to expect of it. A method is one class, registered in {@code ForecastMethods}. */
@NullMarked
package org.plenish.engine.forecast;

import org.jspecify.annotations.NullMarked;
