package org.plenish.web.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.plenish.engine.io.DatasetReader;
import org.plenish.engine.io.ImportResult;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.optimize.PlanOptimizer;
import org.plenish.engine.plan.PlanningRun;
import org.plenish.engine.plan.RunListener;
import org.plenish.engine.plan.RunListener.Stage;
import org.plenish.engine.plan.RunSettings;
import org.plenish.rules.BookFiles;
import org.plenish.rules.DroolsPolicyEngine;
import org.plenish.rules.RuleBook;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Plans the sample that ships with the product, by the standard rule book. */
@Component
class SamplePlanSource implements PlanSource {

    private static final String FILES = "classpath*:sample/*";

    private final Decisions decisions;

    SamplePlanSource(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public String name() {
        return "Sample";
    }

    @Override
    public PlannedDataset plan(RunSettings settings, RunListener listener) {
        listener.at(Stage.IMPORT, 0, "");
        // Compiling the rules takes seconds that reading the dataset leaves one processor idle for.
        CompletableFuture<RuleBook> ruleBook = CompletableFuture.supplyAsync(RuleBook::standard);
        Sample sample = read();
        listener.at(Stage.IMPORT, 1, "");
        RuleBook book = result(ruleBook);
        PlanningRun run = new PlanningRun(
                book.methodRules(),
                new DroolsPolicyEngine(book, settings.threads()),
                book.exceptionRules(),
                new PlanOptimizer());
        Dataset dataset = decisions.addTo(sample.dataset());
        return new PlannedDataset(
                dataset,
                run.run(dataset, settings, listener),
                new PlanInputs(
                        sample.files(),
                        "Standard",
                        FileFingerprints.of(BookFiles.standard().bytesByName())));
    }

    private record Sample(Dataset dataset, FileFingerprints files) {}

    /** The reader takes a folder, so the sample is copied out of the product for as long as it reads. */
    private static Sample read() {
        try {
            Path folder = Files.createTempDirectory("plenish-sample");
            try {
                copyTo(folder);
                ImportResult result = DatasetReader.read(folder);
                Dataset dataset = result.dataset();
                if (dataset == null) {
                    throw new IllegalStateException("The sample cannot be read: " + result.report());
                }
                return new Sample(dataset, FileFingerprints.of(folder));
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The sample cannot be copied: " + e.getMessage(), e);
        }
    }

    private static void copyTo(Path folder) throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources(FILES);
        if (files.length == 0) {
            throw new IllegalStateException(
                    "The product carries no sample (class path folder sample/). Build it with ./mvnw package.");
        }
        for (Resource file : files) {
            try (InputStream in = file.getInputStream()) {
                Files.copy(in, folder.resolve(Objects.requireNonNull(file.getFilename())));
            }
        }
    }

    private static RuleBook result(CompletableFuture<RuleBook> ruleBook) {
        try {
            return ruleBook.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
