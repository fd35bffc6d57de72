package org.plenish.web.backtest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.plenish.rules.BookFiles;
import org.plenish.rules.cases.CheckedBook;
import org.plenish.rules.cases.TestResult;
import org.plenish.rules.problem.Problem;
import org.plenish.web.run.FileFingerprints;
import org.plenish.web.run.RuleBooks;
import org.springframework.stereotype.Component;

/** Checks the standing rule book with changed files as {@code rules check} and {@code rules test} do; one at a time. */
@Component
class RuleChecks {

    private final RuleBooks books;

    RuleChecks(RuleBooks books) {
        this.books = books;
    }

    /** @param files that replace those of the same names, or are added */
    synchronized BookFindings check(SortedMap<String, byte[]> files) {
        BookFiles before = books.inForce().files();
        BookFiles after = before.with(files);
        CheckedBook checked = CheckedBook.of(after);
        List<TestResult> failed =
                checked.results().stream().filter(result -> !result.passed()).toList();
        return new BookFindings(
                files.keySet().stream()
                        .filter(name -> before.bytesByName().containsKey(name)
                                && !Arrays.equals(before.bytesByName().get(name), files.get(name)))
                        .toList(),
                files.keySet().stream()
                        .filter(name -> !before.bytesByName().containsKey(name))
                        .toList(),
                FileFingerprints.of(after.bytesByName()).fingerprint(),
                checked.content().all().count(),
                checked.problems().stream()
                        .sorted(Comparator.comparing(Problem::severity))
                        .toList(),
                checked.results().size() - failed.size(),
                failed.stream().map(TestResult::toString).toList());
    }
}
