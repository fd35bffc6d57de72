package org.plenish.engine.optimize.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does one task for each index on some threads. Each thread has its own tools; a task writes only what belongs to its
 * index, so the outcome is the same for any number of threads.
 */
public final class InParallel implements AutoCloseable {

    private static final int LARGEST_CHUNK = 16;
    private static final int CHUNKS_OF_A_THREAD = 8;

    private final int threads;
    /** Null: on the caller's thread. */
    private final @Nullable ExecutorService executor;

    private InParallel() {
        this.threads = 1;
        this.executor = null;
    }

    /** One task after the other on the caller's thread: for what already runs beside others. */
    static InParallel inPlace() {
        return new InParallel();
    }

    public InParallel(int threads) {
        this.threads = Math.max(1, threads);
        this.executor = Executors.newFixedThreadPool(this.threads, task -> {
            Thread thread = new Thread(task, "plenish-optimizer");
            thread.setDaemon(true);
            return thread;
        });
    }

    public int threads() {
        return threads;
    }

    public <T> void forEach(int count, Supplier<T> tools, ObjIntConsumer<T> task) {
        if (count == 0) {
            return;
        }
        if (executor == null) {
            T own = tools.get();
            for (int i = 0; i < count; i++) {
                task.accept(own, i);
            }
            return;
        }
        int chunk = Math.max(1, Math.min(LARGEST_CHUNK, count / (CHUNKS_OF_A_THREAD * threads)));
        AtomicInteger nextIndex = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            running.add(executor.submit(() -> {
                T own = tools.get();
                for (int from = nextIndex.getAndAdd(chunk); from < count; from = nextIndex.getAndAdd(chunk)) {
                    for (int i = from; i < Math.min(count, from + chunk); i++) {
                        task.accept(own, i);
                    }
                }
            }));
        }
        for (Future<?> future : running) {
            await(future);
        }
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The optimizer was interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("An item could not be planned: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        if (executor != null) {
            executor.shutdownNow();
        }
    }
}
