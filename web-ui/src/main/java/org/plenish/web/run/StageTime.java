package org.plenish.web.run;

import org.jspecify.annotations.Nullable;

/**
 * How long a stage takes.
 *
 * @param taken so far, or in all; null: it has not begun, or nobody noted when
 * @param usual mean of the latest finished runs; null: there are none
 */
public record StageTime(@Nullable Long taken, @Nullable Long usual) {

    static final StageTime UNKNOWN = new StageTime(null, null);
}
