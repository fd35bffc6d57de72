package org.plenish.engine.simulate.backtest;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.function.Function;

/** The same work on each of many things, shared between threads; answers come in order. */
final class InParallel implements AutoCloseable {

    private final ForkJoinPool pool;

    /** @param threads 1 or more */
    InParallel(int threads) {
        pool = new ForkJoinPool(threads);
    }

    /** @param work touches nothing but its own thing */
    <T> void forEach(List<T> things, Consumer<? super T> work) {
        map(things, thing -> {
            work.accept(thing);
            return Boolean.TRUE;
        });
    }

    <T, R> List<R> map(List<T> things, Function<? super T, ? extends R> work) {
        try {
            return pool.submit(() -> things.parallelStream().<R>map(work).toList())
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The replay was interrupted; start it again.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The replay failed: " + e.getCause(), e);
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
