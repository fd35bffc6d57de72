package org.plenish.web.crash;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Something that the product does while it is killed. One more kind is one more class, listed in {@link CrashTest}. */
interface CrashWork {

    /**
     * In the product: does one thing after the other until it is killed.
     *
     * @param acknowledge told the key of each as soon as its doer may rely on it
     */
    void work(ApplicationContext product, Consumer<String> acknowledge) throws InterruptedException;

    /** Afterwards, on the recovered database: everything acknowledged is there, and nothing is half done. */
    void check(JdbcClient database, List<String> acknowledged);
}
