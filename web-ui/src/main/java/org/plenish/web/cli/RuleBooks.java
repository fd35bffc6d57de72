package org.plenish.web.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.plan.RunSettings;
import org.plenish.engine.plan.scenario.PlanRules;
import org.plenish.rules.BookFiles;
import org.plenish.rules.DroolsPolicyEngine;
import org.plenish.rules.ParsedBook;
import org.plenish.rules.RuleBook;
import org.plenish.rules.RuleBookException;

/** A compiled rule book, or bad input. */
final class RuleBooks {

    private RuleBooks() {}

    /**
     * Begins to compile; it takes seconds that reading a dataset leaves one processor idle for.
     *
     * @param option by which the folder was given, for messages
     * @param folder null: the book that comes with the product
     */
    static CompletableFuture<RuleBook> compile(String option, @Nullable Path folder) {
        return CompletableFuture.supplyAsync(() -> read(option, folder));
    }

    /** @throws BadInputException with all problems of the book */
    static RuleBook result(CompletableFuture<RuleBook> ruleBook) {
        try {
            return ruleBook.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuleBookException problems) {
                throw new BadInputException(problems);
            }
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** What a book decides in planning runs. */
    static PlanRules decisions(RuleBook book, RunSettings settings) {
        return new PlanRules(
                book.methodRules(), new DroolsPolicyEngine(book, settings.threads()), book.exceptionRules());
    }

    /** @throws BadInputException if the book is too large */
    static RuleBook compile(ParsedBook book) {
        try {
            return RuleBook.compile(book);
        } catch (RuleBookException e) {
            throw new BadInputException(e);
        }
    }

    /** The files of a book, or bad input. */
    static BookFiles files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new BadInputException(folder + ": must be the folder of a rule book, but is none.");
        }
        try {
            return BookFiles.in(folder);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static RuleBook read(String option, @Nullable Path folder) {
        if (folder == null) {
            return RuleBook.standard();
        }
        if (!Files.isDirectory(folder)) {
            throw new BadInputException(option + ": " + folder + " must be a folder of rule files, but is none.");
        }
        return RuleBook.load(folder);
    }
}
