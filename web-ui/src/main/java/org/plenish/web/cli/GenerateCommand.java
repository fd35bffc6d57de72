package org.plenish.web.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.plenish.engine.io.DatasetWriter;
import org.plenish.engine.io.generate.DatasetGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A made-up dataset of realistic shape. */
@Command(
        name = "generate",
        description = "Writes a made-up dataset of realistic shape, for load tests and for trying things out.",
        footer = {"", "The same numbers give the same dataset."})
final class GenerateCommand implements Callable<Integer> {

    @Option(names = "--items", paramLabel = "N", required = true, description = "Articles.")
    private int items;

    @Option(names = "--warehouses", paramLabel = "N", required = true, description = "Warehouses, the first central.")
    private int warehouses;

    @Option(names = "--weeks", paramLabel = "N", required = true, description = "Weeks of sales history.")
    private int weeks;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The dataset folder to write: new or empty.")
    @SuppressWarnings("NullAway.Init") // required
    private Path out;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        new Usage(spec).requireVacant(out);
        DatasetGenerator.Settings settings = settings();
        DatasetGenerator.Result result;
        try (ProgressDisplay progress = new ProgressDisplay(spec.commandLine().getErr())) {
            progress.show("generate", 0, "");
            result = DatasetGenerator.generate(settings);
            progress.show("write", 0, out.toString());
            DatasetWriter.write(result.dataset(), out, result.readme());
        }
        PrintWriter text = spec.commandLine().getOut();
        text.println(DatasetSummary.of(result.dataset()));
        text.println("written to " + out);
        return ExitCodes.SUCCESS;
    }

    private DatasetGenerator.Settings settings() {
        try {
            return new DatasetGenerator.Settings(items, warehouses, weeks, seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
