package org.plenish.web.rulebook.edit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.plenish.rules.BookFiles;
import org.plenish.rules.ParsedBook;
import org.plenish.rules.RuleBook;
import org.plenish.rules.RuleBookException;
import org.plenish.rules.cases.RuleTests;
import org.plenish.rules.cases.TestResult;
import org.plenish.rules.problem.Problem;
import org.plenish.rules.vocabulary.Vocabulary;
import org.plenish.web.run.CompiledBooks;
import org.plenish.web.run.FileFingerprints;
import org.plenish.web.run.RuleBooks;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Checks and tests what analysts write. A person has one check at a time, and one book is compiled at a time, as more would
 * take the processors from everybody else.
 */
@Component
class CheckDesk {

    private static final int MOST_BYTES = 1_000_000;
    private static final int KEPT_CHECKS = 20;
    private static final int LANES = 16;
    private static final int SECONDS_FOR_A_CHECK = 5;
    private static final int SECONDS_FOR_A_BOOK = 60;

    private final CompiledBooks compiled;
    private final RuleBooks standing;
    private final List<ReentrantLock> lanes =
            IntStream.range(0, LANES).mapToObj(lane -> new ReentrantLock()).toList();
    private final ReentrantLock compiling = new ReentrantLock();
    /** By fingerprint and name, so that looking at a file again costs nothing. */
    private final Map<String, FileCheck> checks = new LinkedHashMap<>(KEPT_CHECKS, 0.75f, true);

    CheckDesk(CompiledBooks compiled, RuleBooks standing) {
        this.compiled = compiled;
        this.standing = standing;
    }

    /** Of a text that is typed, in the place of what the draft holds. */
    FileCheck typed(Actor actor, Map<String, String> files, String name, String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return FileCheck.of(
                    List.of(new Problem(
                            name, 0, 0, "has more than " + MOST_BYTES + " bytes.", "Split it into several files.")),
                    name,
                    false);
        }
        Map<String, String> changed = new LinkedHashMap<>(files);
        changed.put(name, text);
        ReentrantLock lane = lanes.get(Math.floorMod(actor.userName().hashCode(), LANES));
        return alone(lane, SECONDS_FOR_A_CHECK, () -> FileCheck.of(BookFiles.of(changed), name));
    }

    /** Of a draft as it is kept. */
    FileCheck kept(BookFiles files, String name) {
        String key = FileFingerprints.of(files.bytesByName()).fingerprint() + " " + name;
        synchronized (checks) {
            FileCheck known = checks.get(key);
            if (known != null) {
                return known;
            }
        }
        FileCheck check = FileCheck.of(files, name);
        synchronized (checks) {
            checks.put(key, check);
            while (checks.size() > KEPT_CHECKS) {
                checks.remove(checks.keySet().iterator().next());
            }
        }
        return check;
    }

    /** Compiles a book and runs its tests; some seconds the first time. */
    TestRun tested(BookFiles files) {
        ParsedBook content = ParsedBook.read(files, Vocabulary.standard());
        List<Problem> problems = new ArrayList<>(content.problems());
        if (!problems.isEmpty()) {
            return TestRun.refused(problems);
        }
        RuleTests tests = RuleTests.read(files, content, problems);
        if (!problems.isEmpty()) {
            return TestRun.refused(problems);
        }
        return alone(compiling, SECONDS_FOR_A_BOOK, () -> {
            try {
                List<TestResult> results = tests.run(compiled.of(files));
                return TestRun.of(results, RuleTests.coverage(content, results));
            } catch (RuleBookException e) {
                return TestRun.refused(e.problems());
            }
        });
    }

    /** @throws RuleBookException if it has errors */
    RuleBook book(BookFiles files) {
        return alone(compiling, SECONDS_FOR_A_BOOK, () -> compiled.of(files));
    }

    /** The book that plans are made by. */
    RuleBooks.InForce standing() {
        return standing.inForce();
    }

    private static <T> T alone(ReentrantLock lock, int seconds, Supplier<T> work) {
        boolean mine = false;
        try {
            mine = lock.tryLock(seconds, TimeUnit.SECONDS);
            if (!mine) {
                throw new RefusedException(HttpStatus.TOO_MANY_REQUESTS, "ruleedit.refused.busy");
            }
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException(HttpStatus.SERVICE_UNAVAILABLE, "ruleedit.refused.busy");
        } finally {
            if (mine) {
                lock.unlock();
            }
        }
    }
}
