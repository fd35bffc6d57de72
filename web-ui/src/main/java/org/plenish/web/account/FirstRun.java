package org.plenish.web.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The time before the first account, which ends for good with it. Whoever shows the code that the start told on the
 * console makes that account; where a request says it comes from proves nothing once a proxy stands before.
 */
@Component
class FirstRun {

    private final AccountStore store;
    private final String code;
    private volatile boolean over;

    FirstRun(AccountStore store, Passwords passwords) {
        this.store = store;
        this.code = passwords.oneTime();
    }

    boolean isOpen() {
        if (!over) {
            over = !store.isEmpty();
        }
        return !over;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tellCode() {
        if (isOpen()) {
            // To whoever started it, not into the log.
            System.err.println("There is no account yet: the first page makes the administrator's, and"
                    + " asks for this code: " + code);
        }
    }

    boolean isCode(String typed) {
        return MessageDigest.isEqual(
                typed.strip().getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }
}
