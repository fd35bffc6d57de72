package org.plenish.web.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.plenish.rules.BookFiles;
import org.plenish.rules.cases.CheckedBook;
import org.plenish.rules.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Everything that can be said of a rule book without a dataset. */
@Command(
        name = "check",
        description = "Checks a rule book: mistakes, gaps, overlaps, rows that never count, rules that no test sees.",
        footer = {"", "Problems are told by file, line and column; exit code 3 if the book cannot be used."})
final class RulesCheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The rule book's folder.")
    @SuppressWarnings("NullAway.Init") // required
    private Path folder;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        BookFiles files = RuleBooks.files(folder);
        CheckedBook book = CheckedBook.of(files);
        List<Problem> problems = book.problems();
        long errors = book.errors();
        PrintWriter err = spec.commandLine().getErr();
        problems.forEach(problem -> err.println((problem.isError() ? "" : "warning: ") + problem));
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%d rules in %d files: %d errors, %d warnings%n",
                        book.content().all().count(),
                        files.bytesByName().size(),
                        errors,
                        problems.size() - errors);
        return errors == 0 ? ExitCodes.SUCCESS : ExitCodes.BAD_INPUT;
    }
}
