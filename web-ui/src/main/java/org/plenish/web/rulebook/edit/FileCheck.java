package org.plenish.web.rulebook.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plenish.rules.BookFiles;
import org.plenish.rules.ParsedBook;
import org.plenish.rules.cases.RuleTests;
import org.plenish.rules.check.BookCheck;
import org.plenish.rules.problem.Problem;
import org.plenish.rules.vocabulary.Vocabulary;

/**
 * What is wrong with a book as far as it can be told while somebody types: everything but what only compiling it and running
 * its tests shows.
 *
 * @param here of the file that is written, by line; the first {@link #MOST} of them
 * @param elsewhere of the other files, likewise
 * @param more how many there are beyond those told
 * @param complete whether gaps, overlaps and tests were looked at too: with an error of reading there is nothing to look at
 */
public record FileCheck(List<Finding> here, List<Finding> elsewhere, int more, boolean complete) {

    /** Nobody mends more at a time. */
    static final int MOST = 100;

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(Problem::file)
            .thenComparing(Problem::line)
            .thenComparing(Problem::column)
            .thenComparing(Problem::severity);

    public FileCheck {
        here = List.copyOf(here);
        elsewhere = List.copyOf(elsewhere);
    }

    /**
     * Checks all files, as one may be at odds with another.
     *
     * @param name of the file that is written
     */
    static FileCheck of(BookFiles files, String name) {
        Vocabulary vocabulary = Vocabulary.standard();
        ParsedBook book = ParsedBook.read(files, vocabulary);
        List<Problem> problems = new ArrayList<>(book.problems());
        boolean readable = problems.isEmpty();
        if (readable) {
            problems.addAll(BookCheck.check(book, vocabulary));
            RuleTests.read(files, book, problems);
        }
        return of(problems, name, readable);
    }

    /** Sorts what was found by where it was found. */
    static FileCheck of(List<Problem> problems, String name, boolean complete) {
        List<Finding> here = new ArrayList<>();
        List<Finding> elsewhere = new ArrayList<>();
        problems.stream().distinct().sorted(BY_PLACE).forEach(problem -> (problem.file().equals(name)
                        ? here
                        : elsewhere)
                .add(Finding.of(problem)));
        int more = Math.max(0, here.size() - MOST) + Math.max(0, elsewhere.size() - MOST);
        return new FileCheck(first(here), first(elsewhere), more, complete);
    }

    private static List<Finding> first(List<Finding> all) {
        return all.subList(0, Math.min(all.size(), MOST));
    }

    /** Whether the book can be used, as far as was looked. */
    boolean hasErrors() {
        return here.stream().anyMatch(Finding::error) || elsewhere.stream().anyMatch(Finding::error);
    }
}
