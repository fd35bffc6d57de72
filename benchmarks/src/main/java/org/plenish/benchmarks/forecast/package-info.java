/**
 * Forecasts scored against the values that followed. {@code ForecastBenchmark} runs over a folder of series ({@code
 * SeriesFolder}, {@code SeriesSet}), scores the automatic choice and each method ({@code MethodRun}, {@code Scores}), prints
 * them beside the peer's ({@code SetTable}) and says which targets are met ({@code Target}); {@code SpeedBenchmark} measures
 * time, with the peer in the same run where it is installed ({@code PeerSpeed}), and {@code PeakMemory} the memory.
 */
@NullMarked
package org.plenish.benchmarks.forecast;

import org.jspecify.annotations.NullMarked;
