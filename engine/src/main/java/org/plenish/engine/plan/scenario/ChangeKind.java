package org.plenish.engine.plan.scenario;

import java.util.function.Function;

/**
 * A kind of change as a scenario file names it.
 *
 * @param id such as {@code lead_time}
 * @param read makes the change from its fields, noting what is wrong with them; the result is dropped if anything is
 */
public record ChangeKind(String id, Function<ChangeFields, Change> read) {}
