package org.plenish.web.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.plan.RunListener;
import org.plenish.engine.simulate.backtest.BacktestReport;
import org.plenish.engine.simulate.backtest.BacktestRun;
import org.plenish.engine.simulate.backtest.Contender;
import org.plenish.rules.BookFiles;
import org.plenish.rules.DroolsPolicyEngine;
import org.plenish.rules.RuleBook;
import org.plenish.web.run.CompiledBooks;
import org.plenish.web.run.PlanSource;
import org.plenish.web.run.RuleBooks;
import org.plenish.web.run.StoredDatasets;
import org.springframework.stereotype.Component;

/** Replays a dataset's history under the standing rule book, a changed one and simple policies. */
@Component
class Replays {

    private final PlanSource sample;
    private final StoredDatasets stored;
    private final RuleBooks books;
    private final CompiledBooks compiled;

    Replays(PlanSource sample, StoredDatasets stored, RuleBooks books, CompiledBooks compiled) {
        this.sample = sample;
        this.stored = stored;
        this.books = books;
        this.compiled = compiled;
    }

    /** Is told how far it has come. */
    @FunctionalInterface
    interface Listener {
        void at(Backtest.Stage stage, double share, String detail);
    }

    /**
     * Replays it; the result does not depend on the machine.
     *
     * @param datasetId null: the sample
     * @param files of the changed rule book; empty: none is changed
     * @throws IllegalStateException with a message for a person if the dataset cannot be read
     * @throws IllegalArgumentException likewise if it has no history to replay from the day that is asked for
     * @throws org.plenish.rules.UndecidedException likewise if a rule book does not answer all questions
     */
    BacktestResult replay(@Nullable Long datasetId, Setup setup, SortedMap<String, byte[]> files, Listener listener) {
        listener.at(Backtest.Stage.READ, 0, "");
        int threads = Runtime.getRuntime().availableProcessors();
        Dataset dataset = source(datasetId).read(reading(listener)).dataset();
        BacktestRun run = new BacktestRun(dataset, setup.settings(threads));
        List<Contender.RuleBook> books = new ArrayList<>();
        BookFiles book = this.books.inForce().files();
        books.add(contender("standing", "The rule book that plans are made by.", book, threads));
        if (!files.isEmpty()) {
            books.add(contender(
                    "changed",
                    "The same with other files: " + String.join(", ", files.keySet()) + ".",
                    book.with(files),
                    threads));
        }
        BacktestReport report =
                run.run(books, setup.simple(), (share, detail) -> listener.at(Backtest.Stage.REPLAY, share, detail));
        return ResultOf.report(report, dataset, !files.isEmpty());
    }

    private PlanSource source(@Nullable Long datasetId) {
        return datasetId == null
                ? sample
                : stored.find(datasetId)
                        .orElseThrow(() -> new IllegalStateException("There is no dataset " + datasetId + "."));
    }

    private static RunListener reading(Listener listener) {
        return (stage, share, detail) -> listener.at(Backtest.Stage.READ, share, detail);
    }

    private Contender.RuleBook contender(String name, String description, BookFiles files, int threads) {
        RuleBook book = compiled.of(files);
        return new Contender.RuleBook(name, description, book.methodRules(), new DroolsPolicyEngine(book, threads));
    }
}
