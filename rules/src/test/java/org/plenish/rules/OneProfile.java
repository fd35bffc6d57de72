package org.plenish.rules;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** Fires compiled rules on one profile, as the engine does, but does not wait for ever. */
final class OneProfile {

    private static final int MAX_FIRINGS = 1_000;

    private OneProfile() {}

    /** @return false if it did not end in time */
    static boolean endsWithinSeconds(int seconds, KieBase rules) throws InterruptedException {
        AtomicBoolean ended = new AtomicBoolean();
        Thread thread = new Thread(() -> {
            fire(rules);
            ended.set(true);
        });
        thread.setDaemon(true);
        thread.start();
        thread.join(TimeUnit.SECONDS.toMillis(seconds));
        return ended.get();
    }

    private static void fire(KieBase rules) {
        KieSession session = rules.newKieSession();
        try {
            session.setGlobal("conclude", new Conclude(number -> {}));
            session.insert(Profiles.ordinary());
            session.fireAllRules(MAX_FIRINGS);
        } catch (RuntimeException | LinkageError e) {
            // A rule that fails has ended too; what it did before is what the canary tells.
        } finally {
            session.dispose();
        }
    }
}
