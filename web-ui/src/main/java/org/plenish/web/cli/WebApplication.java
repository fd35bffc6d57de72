package org.plenish.web.cli;

import java.util.List;

/** The web application as the command line sees it. */
@FunctionalInterface
public interface WebApplication {

    /**
     * Starts it and returns when it has stopped.
     *
     * @param properties as {@code --name=value}
     * @return false if it could not start; the reason has been told
     */
    boolean run(List<String> properties);
}
