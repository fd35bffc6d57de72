package org.plenish.web.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is done with rule books, by commands of its own. */
@Command(
        name = "rules",
        description = "Checks, tests and explains a rule book, and tells what a change of it would change.",
        synopsisSubcommandLabel = "COMMAND")
final class RulesCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    /** Once this one has its place, so that they inherit the help. */
    static void addCommandsTo(CommandLine rules) {
        rules.addSubcommand(new RulesCheckCommand());
        rules.addSubcommand(new RulesTestCommand());
        rules.addSubcommand(new RulesExplainCommand());
        rules.addSubcommand(new RulesImpactCommand());
        rules.addSubcommand(new RulesConvertCommand());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
