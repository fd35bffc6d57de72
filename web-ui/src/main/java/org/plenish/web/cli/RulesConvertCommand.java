package org.plenish.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.plenish.rules.BookFiles;
import org.plenish.rules.problem.Problem;
import org.plenish.rules.table.Sheet;
import org.plenish.rules.table.Workbook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes an Excel file of a decision table, or a CSV file of an Excel file. */
@Command(
        name = "convert",
        description = "Makes an Excel file of a decision table (.csv), or a .csv of one in Excel.",
        footer = {"", "All cells are written as texts, so that nothing is taken for a date or a formula."})
final class RulesConvertCommand implements Callable<Integer> {

    private static final String CSV = ".csv";
    private static final String EXCEL = ".xlsx";

    @Parameters(paramLabel = "FILE", description = "The table, .csv or .xlsx.")
    @SuppressWarnings("NullAway.Init") // required
    private Path file;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The file to write, of the other kind.")
    @SuppressWarnings("NullAway.Init") // required
    private Path out;

    @Option(names = "--force", description = "Replaces the file of --out if there is one.")
    private boolean force;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Usage usage = new Usage(spec);
        usage.require(
                (isOf(EXCEL, file) && isOf(CSV, out)) || (isOf(CSV, file) && isOf(EXCEL, out)),
                "One of FILE and --out must end with .csv, the other with .xlsx.");
        OutputFile target = usage.outputFile(out);
        usage.require(force || !Files.exists(out), "--out: " + out + " is there already. Add --force to replace it.");
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(file + ": must be a file. Check its name.");
        }
        Sheet sheet = read();
        if (isOf(EXCEL, out)) {
            target.write(Workbook.write(sheet));
        } else {
            target.write(text -> text.append(sheet.toCsv()));
        }
        return ExitCodes.SUCCESS;
    }

    private Sheet read() throws IOException {
        String name = String.valueOf(file.getFileName());
        byte[] bytes = Files.readAllBytes(file);
        List<Problem> problems = new ArrayList<>();
        Sheet sheet;
        if (isOf(EXCEL, file)) {
            sheet = Workbook.read(name, bytes, problems);
        } else {
            BookFiles files = new BookFiles(new TreeMap<>(Map.of(name, bytes)), List.of());
            sheet = Sheet.ofCsv(name, files.text(name, problems), problems);
        }
        if (!problems.isEmpty()) {
            throw new BadInputException(
                    problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        }
        return sheet;
    }

    private static boolean isOf(String ending, Path path) {
        return path.toString().endsWith(ending);
    }
}
