package org.plenish.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenish.web.account.DemoRefusedException;
import org.plenish.web.database.DatabaseStartException;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one or two sentences, not in a page of log, why the web application could not start. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailureReporter implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> reason = findReason(failure);
        reason.ifPresent(System.err::println);
        return reason.isPresent();
    }

    static Optional<String> findReason(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseStartException || cause instanceof DemoRefusedException) {
                return Optional.ofNullable(cause.getMessage());
            }
            if (cause instanceof PortInUseException taken) {
                return Optional.of("Port " + taken.getPort() + " is in use by another program." + System.lineSeparator()
                        + "Stop that one, or name another port with --port N.");
            }
        }
        return Optional.empty();
    }
}
