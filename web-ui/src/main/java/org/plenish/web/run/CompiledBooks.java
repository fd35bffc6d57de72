package org.plenish.web.run;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.plenish.rules.BookFiles;
import org.plenish.rules.RuleBook;
import org.springframework.stereotype.Component;

/**
 * Compiled rule books by what they hold. Compiling takes seconds, so the last few are kept: the one in force and the one
 * that somebody holds against it. A book that is asked for by several at once is compiled once.
 */
@Component
public class CompiledBooks {

    private static final int KEPT = 2;

    /** The one that was asked for last is the last. */
    private final Map<String, CompletableFuture<RuleBook>> byFingerprint = new LinkedHashMap<>(8, 0.75f, true);

    /** @throws org.plenish.rules.RuleBookException with all problems, if there are any */
    public RuleBook of(BookFiles files) {
        String fingerprint = FileFingerprints.of(files.bytesByName()).fingerprint();
        CompletableFuture<RuleBook> mine = new CompletableFuture<>();
        CompletableFuture<RuleBook> known = enter(fingerprint, mine);
        if (known != mine) {
            return result(known);
        }
        try {
            mine.complete(RuleBook.compile(files));
        } catch (RuntimeException | Error failure) {
            leave(fingerprint, mine);
            mine.completeExceptionally(failure);
        }
        return result(mine);
    }

    /** Takes one that somebody has compiled anyway. */
    public void keep(BookFiles files, RuleBook compiled) {
        enter(FileFingerprints.of(files.bytesByName()).fingerprint(), CompletableFuture.completedFuture(compiled));
    }

    /** @return the one that was there, or else this */
    private synchronized CompletableFuture<RuleBook> enter(String fingerprint, CompletableFuture<RuleBook> book) {
        CompletableFuture<RuleBook> known = byFingerprint.get(fingerprint);
        if (known != null) {
            return known;
        }
        byFingerprint.put(fingerprint, book);
        Iterator<String> eldest = byFingerprint.keySet().iterator();
        while (byFingerprint.size() > KEPT) {
            eldest.next();
            eldest.remove();
        }
        return book;
    }

    private synchronized void leave(String fingerprint, CompletableFuture<RuleBook> book) {
        byFingerprint.remove(fingerprint, book);
    }

    private static RuleBook result(CompletableFuture<RuleBook> book) {
        try {
            return book.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
