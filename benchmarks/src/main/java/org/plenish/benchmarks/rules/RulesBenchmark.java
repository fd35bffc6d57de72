package org.plenish.benchmarks.rules;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.DatasetReader;
import org.plenish.engine.io.ImportResult;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.plan.DemandForecasts;
import org.plenish.engine.policy.ProfileBuilder;
import org.plenish.engine.policy.SkuLocationProfile;
import org.plenish.rules.DroolsPolicyEngine;
import org.plenish.rules.RuleBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * How many SKU-locations a rule book decides in a second: those of a dataset, forecast once and then decided again and
 * again. Every round makes complete answers with all that their explanations need.
 */
@Command(name = "rules", description = "Decides the SKU-locations of a dataset by a rule book, round after round.")
public final class RulesBenchmark implements Callable<Integer> {

    @Parameters(paramLabel = "DATASET", description = "The dataset folder.")
    @SuppressWarnings("NullAway.Init") // required
    private Path datasetFolder;

    @Option(names = "--rules", paramLabel = "DIR", description = "Default: the book that comes with the product.")
    private @Nullable Path rules;

    @Option(names = "--count", paramLabel = "N", description = "SKU-locations a round. Default: 100000.")
    private int count = 100_000;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "Rounds that count, after as many to warm up. Default: 7.")
    private int rounds = 7;

    @Option(
            names = "--threads",
            split = ",",
            paramLabel = "N",
            description = "Default: 1 and the machine's processors.")
    private List<Integer> threads = List.of(1, Runtime.getRuntime().availableProcessors());

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ImportResult read = DatasetReader.read(datasetFolder);
        Dataset dataset = read.dataset();
        if (dataset == null) {
            spec.commandLine().getErr().println(datasetFolder + " cannot be read; plenish import tells why.");
            return 3;
        }
        long start = System.nanoTime();
        RuleBook book = rules == null ? RuleBook.standard() : RuleBook.load(rules);
        out.printf(
                Locale.ROOT, "%d rules compiled in %.1f s%n", book.rules().size(), (System.nanoTime() - start) / 1e9);
        List<SkuLocationProfile> profiles = profiles(dataset, book);
        out.println("threads: SKU-locations a second, first round; least, median and most of " + rounds
                + " rounds after as many; median of one thread times");
        double ofOneThread = Double.NaN;
        for (int used : threads) {
            DroolsPolicyEngine engine = new DroolsPolicyEngine(book, used);
            double first = perSecond(engine, profiles);
            for (int i = 1; i < rounds; i++) {
                perSecond(engine, profiles);
            }
            List<Double> counted = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                counted.add(perSecond(engine, profiles));
            }
            Collections.sort(counted);
            double median = counted.get(rounds / 2);
            ofOneThread = used == 1 ? median : ofOneThread;
            out.printf(
                    Locale.ROOT,
                    "%d: %,.0f; %,.0f, %,.0f, %,.0f; %.2f%n",
                    used,
                    first,
                    counted.get(0),
                    median,
                    counted.get(rounds - 1),
                    median / ofOneThread);
            out.flush();
        }
        return 0;
    }

    /** As many as are asked for, by taking the dataset's again and again. */
    private List<SkuLocationProfile> profiles(Dataset dataset, RuleBook book) {
        DemandForecasts forecasts = DemandForecasts.of(
                dataset, book.methodRules(), Runtime.getRuntime().availableProcessors(), share -> {});
        List<SkuLocationProfile> own = ProfileBuilder.build(dataset, forecasts.histories(), forecasts.forecasts());
        List<SkuLocationProfile> profiles = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            profiles.add(own.get(i % own.size()));
        }
        return profiles;
    }

    private static double perSecond(DroolsPolicyEngine engine, List<SkuLocationProfile> profiles) {
        long start = System.nanoTime();
        int decided = engine.decide(profiles).size();
        return decided / ((System.nanoTime() - start) / 1e9);
    }
}
