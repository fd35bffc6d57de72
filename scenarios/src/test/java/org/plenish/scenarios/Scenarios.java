package org.plenish.scenarios;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.plenish.engine.io.DatasetReader;
import org.plenish.engine.io.ImportResult;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.optimize.PlanOptimizer;
import org.plenish.engine.plan.PlanningRun;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.RunListener;
import org.plenish.engine.plan.RunSettings;
import org.plenish.rules.DroolsPolicyEngine;
import org.plenish.rules.RuleBook;

/** Runs a dataset of {@code scenarios/data} through the whole engine. */
final class Scenarios {

    private Scenarios() {}

    static Path folder(String name) {
        return Path.of(System.getProperty("plenish.root"), "scenarios", "data", name);
    }

    static Dataset dataset(String name) {
        return read(folder(name));
    }

    static Dataset read(Path folder) {
        ImportResult result = DatasetReader.read(folder);
        if (result.dataset() == null) {
            throw new AssertionError(result.report().toString());
        }
        return result.dataset();
    }

    /** The files that make the dataset, to be changed there. */
    static void copy(String name, Path target) throws IOException {
        try (Stream<Path> files = Files.list(folder(name))) {
            for (Path file : files.toList()) {
                if (file.toString().matches(".*[.](csv|csv[.]gz|yaml)")) {
                    Files.copy(file, target.resolve(file.getFileName()));
                }
            }
        }
    }

    static ReplenishmentPlan plan(Dataset dataset, long moves, int threads) {
        RuleBook book = RuleBook.standard();
        PlanningRun run = new PlanningRun(
                book.methodRules(), new DroolsPolicyEngine(book, threads), book.exceptionRules(), new PlanOptimizer());
        return run.run(
                dataset, new RunSettings(OptimizerSettings.ofMoves(moves, 1, threads), threads), RunListener.SILENT);
    }
}
