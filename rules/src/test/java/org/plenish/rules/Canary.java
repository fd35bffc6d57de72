package org.plenish.rules;

import java.nio.file.Files;
import java.nio.file.Path;

/** Whatever an attack would do, it does to this. */
record Canary(Path file) {

    private static final String PROPERTY = "plenish.canary";

    void revive() {
        System.clearProperty(PROPERTY);
        try {
            Files.deleteIfExists(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return System.getProperty(PROPERTY) == null && Files.notExists(file);
    }

    /** A started program takes a moment. */
    boolean diesWithinSeconds(int seconds) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (isAlive() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        return !isAlive();
    }
}
