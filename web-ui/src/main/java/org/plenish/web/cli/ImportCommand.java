package org.plenish.web.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.DatasetWriter;
import org.plenish.engine.io.generate.TransactionImport;
import org.plenish.web.cli.Datasets.Read;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a dataset folder, or makes one from sales alone. */
@Command(
        name = "import",
        description = {
            "Checks a dataset folder and reports its problems;",
            "or, with --transactions, makes a dataset folder from sales alone."
        },
        customSynopsis = {
            "plenish import DATASET",
            "       plenish import --transactions=FILE [--items=FILE] [--map=COLUMN=NAME,...] [--seed=N] --out=DATASET"
        },
        footer = {
            "",
            "What sales do not tell (cost, volume, suppliers, lead times, stock, limits) is filled in by seeded rules; the"
                    + " README of the written dataset says which columns are real and which are made up."
        })
final class ImportCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "DATASET", description = "The dataset folder to check.")
    private @Nullable Path datasetFolder;

    @Option(
            names = "--transactions",
            paramLabel = "FILE",
            description = "Sales: date,item,warehouse,quantity and revenue or unit_price; .csv or .csv.gz.")
    private @Nullable Path transactions;

    @Option(names = "--items", paramLabel = "FILE", description = "Articles: item,description.")
    private @Nullable Path items;

    @Option(
            names = "--map",
            paramLabel = "COLUMN=NAME",
            split = ",",
            description = "Where the files call a column otherwise, as in quantity=Qty,date=InvoiceDate.")
    private Map<String, String> columnNames = new LinkedHashMap<>();

    @Option(names = "--seed", paramLabel = "N", description = "Of what is filled in. Default: 1.")
    private @Nullable Long seed;

    @Option(names = "--out", paramLabel = "DATASET", description = "The dataset folder to write: new or empty.")
    private @Nullable Path out;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Usage usage = new Usage(spec);
        usage.require(
                (datasetFolder == null) != (transactions == null),
                "Name either a dataset folder to check or sales with --transactions.");
        if (datasetFolder != null) {
            usage.require(
                    items == null && columnNames.isEmpty() && seed == null && out == null,
                    "--items, --map, --seed and --out go with --transactions.");
            return check(datasetFolder);
        }
        if (transactions == null || out == null) {
            throw new ParameterException(
                    spec.commandLine(), "--transactions needs --out, the dataset folder to write.");
        }
        usage.requireVacant(out);
        return convert(settings(transactions), out);
    }

    private int check(Path folder) {
        Read read;
        try (ProgressDisplay progress = new ProgressDisplay(spec.commandLine().getErr())) {
            read = Datasets.read(folder, progress);
        }
        PrintWriter text = spec.commandLine().getOut();
        text.println(read.report());
        text.println(DatasetSummary.of(read.dataset()));
        return ExitCodes.SUCCESS;
    }

    private TransactionImport.Settings settings(Path sales) {
        try {
            return new TransactionImport.Settings(sales, items, columnNames, seed == null ? 1 : seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--map: " + e.getMessage(), e);
        }
    }

    private int convert(TransactionImport.Settings settings, Path folder) throws IOException {
        Read read;
        try (ProgressDisplay progress = new ProgressDisplay(spec.commandLine().getErr())) {
            progress.show("import", 0, settings.sales().toString());
            TransactionImport.Result result = TransactionImport.read(settings);
            read = Read.of(result.dataset(), result.report());
            progress.show("write", 0, folder.toString());
            DatasetWriter.write(read.dataset(), folder, result.readme());
        }
        if (read.report().total() > 0) {
            spec.commandLine().getErr().println(read.report());
        }
        PrintWriter text = spec.commandLine().getOut();
        text.println(DatasetSummary.of(read.dataset()));
        text.println("written to " + folder + "; its README.md says what is made up");
        return ExitCodes.SUCCESS;
    }
}
