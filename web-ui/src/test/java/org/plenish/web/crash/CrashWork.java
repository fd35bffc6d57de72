package org.plenish.web.crash;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Something that the product does while it is killed. One more kind is one more class, listed in {@link CrashTest}. */
interface CrashWork {

    /** In the product, which is ready for its users only afterwards: what the work needs. */
    default void prepare(ApplicationContext product) throws InterruptedException {}

    /**
     * In the product: does one thing after the other until it is killed.
     *
     * @param acknowledge told the key of each as soon as its doer may rely on it
     */
    void work(ApplicationContext product, Consumer<String> acknowledge) throws InterruptedException;

    /** The kill comes after so many things at most have been acknowledged, and a moment. */
    int mostAwaited();

    /** Afterwards, on the recovered database: everything acknowledged is there, and nothing is half done. */
    void check(JdbcClient database, List<String> acknowledged);
}
