package org.plenish.web.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plenish.web.shared.ProductVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** The product's command line; its exit codes are those of {@link ExitCodes}. */
@Command(
        name = "plenish",
        description = "Rules-driven replenishment planning: what to buy, move and stop buying, and why.",
        footer = {"", "Without a command it serves the web application."},
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        // Every command has --help.
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = PlenishCommand.Version.class)
public final class PlenishCommand implements Runnable {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandLine.Model.CommandSpec spec;

    private PlenishCommand() {}

    /**
     * @param webApplication what {@code serve} runs
     * @param records what {@code verify-audit}, {@code backup} and {@code restore} work on
     */
    public static CommandLine create(WebApplication webApplication, StoredRecords records) {
        CommandLine root = new CommandLine(new PlenishCommand());
        root.addSubcommand(new ServeCommand(webApplication));
        root.addSubcommand(new PlanCommand());
        root.addSubcommand(new CompareCommand());
        root.addSubcommand(new ForecastCommand());
        root.addSubcommand(new BacktestCommand());
        root.addSubcommand(new OptimizeCommand());
        CommandLine rules = new CommandLine(new RulesCommand());
        root.addSubcommand(rules);
        RulesCommand.addCommandsTo(rules);
        root.addSubcommand(new ImportCommand());
        root.addSubcommand(new GenerateCommand());
        root.addSubcommand(new GoldenCommand());
        root.addSubcommand(new VerifyAuditCommand(records));
        root.addSubcommand(new BackupCommand(records));
        root.addSubcommand(new RestoreCommand(records));
        root.setParameterExceptionHandler(PlenishCommand::explainUsage);
        root.setExecutionExceptionHandler(PlenishCommand::explainFailure);
        return root;
    }

    /** No command at all, or options alone, means {@code serve}. */
    public static String[] withDefaultCommand(String... args) {
        boolean asksRoot = args.length > 0
                && (!args[0].startsWith("-")
                        || List.of("-h", "--help", "-V", "--version").contains(args[0]));
        if (asksRoot) {
            return args;
        }
        List<String> serve = new ArrayList<>(List.of("serve"));
        serve.addAll(Arrays.asList(args));
        return serve.toArray(String[]::new);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }

    private static int explainUsage(ParameterException exception, String[] args) {
        CommandLine command = exception.getCommandLine();
        command.getErr().println(exception.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(exception, command.getErr())) {
            command.getErr()
                    .println("See " + command.getCommandSpec().qualifiedName() + " --help for what may be given.");
        }
        return ExitCodes.BAD_USAGE;
    }

    private static int explainFailure(Exception exception, CommandLine command, CommandLine.ParseResult parsed) {
        if (exception instanceof BadInputException || exception instanceof RecordsException) {
            command.getErr().println(exception.getMessage());
            return ExitCodes.BAD_INPUT;
        }
        if (exception instanceof IOException || exception instanceof UncheckedIOException) {
            // The machine's fault, not the program's: a stack trace would tell a person nothing.
            command.getErr().println("The files cannot be read or written: " + exception + ".");
            command.getErr().println("Check that the folders exist, may be written, and the disk is not full.");
            return ExitCodes.FAILURE;
        }
        command.getErr().println("Plenish failed; this is a fault of its own. Please report it with these lines:");
        exception.printStackTrace(command.getErr());
        return ExitCodes.FAILURE;
    }

    /** {@code plenish 0.1.0}, and what it runs on. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            ProductVersion version = ProductVersion.read();
            return new String[] {
                "plenish " + version.product(),
                "Drools and OptaPlanner " + version.kie(),
                "PostgreSQL " + version.postgres() + " (embedded)",
                "Java " + Runtime.version()
            };
        }
    }
}
