package org.plenish.engine.forecast.clean;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;

/** The same work on each of many things, shared between threads, with the answers in order. */
final class InOrder {

    private InOrder() {}

    /** @param threads 1 or more */
    static <T, R> List<R> map(List<T> things, int threads, Function<? super T, ? extends R> work) {
        if (threads == 1) {
            return things.stream().<R>map(work).toList();
        }
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> things.parallelStream().<R>map(work).toList())
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Cleaning the history was interrupted; start the run again.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cleaning the history failed: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }
}
