package org.plenish.web.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.ImportProblem;
import org.plenish.engine.io.ScenarioFile;
import org.plenish.engine.io.ScenarioFile.Header;
import org.plenish.engine.io.ScenarioFile.Read;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.plan.RunSettings;
import org.plenish.engine.plan.scenario.Scenario;

/** The YAML of a scenario, read as a scenario file is. */
record ScenarioText(String content) {

    /** Characters. */
    static final int LONGEST = 60_000;

    /** What problems call the text, which has no file. */
    private static final String NAME = "scenario";

    static final int LONGEST_NAME = 120;

    /**
     * What a text is, or what is wrong with it.
     *
     * @param scenario null if anything is wrong
     */
    record Checked(@Nullable Scenario scenario, List<ImportProblem> problems) {

        Checked {
            problems = List.copyOf(problems);
        }
    }

    static ScenarioText blank(String name) {
        return new ScenarioText("name: " + Yaml.scalar(name) + "\ndescription: \"\"\nchanges: []\n");
    }

    Checked check(Dataset dataset) {
        Read read = ScenarioFile.of(NAME, content).read(dataset);
        return new Checked(read.scenario(), read.report().listed());
    }

    /** @throws IllegalStateException with all that is wrong */
    Scenario scenario(Dataset dataset) {
        Read read = ScenarioFile.of(NAME, content).read(dataset);
        if (read.scenario() == null) {
            throw new IllegalStateException(read.report().toString());
        }
        return read.scenario();
    }

    /**
     * As it calls itself.
     *
     * @param otherwise if that cannot be read
     */
    String name(String otherwise) {
        String name = ScenarioFile.of(NAME, content).header().name().strip();
        if (name.isEmpty() || name.equals(NAME)) {
            return otherwise;
        }
        int length = Math.min(LONGEST_NAME, name.codePointCount(0, name.length()));
        return name.substring(0, name.offsetByCodePoints(0, length));
    }

    /** The application's settings with those of its own. */
    RunSettings settings(RunSettings usual) {
        Header own = ScenarioFile.of(NAME, content).header();
        OptimizerSettings optimizer = usual.optimizer();
        long seed = own.seed() == null ? optimizer.seed() : own.seed();
        if (own.seconds() != null) {
            return with(OptimizerSettings.ofSeconds(own.seconds(), seed, usual.threads()), usual);
        }
        if (own.moves() != null) {
            return with(OptimizerSettings.ofMoves(own.moves(), seed, usual.threads()), usual);
        }
        return with(new OptimizerSettings(optimizer.seconds(), optimizer.moves(), seed, optimizer.threads()), usual);
    }

    private static RunSettings with(OptimizerSettings optimizer, RunSettings usual) {
        return new RunSettings(optimizer, usual.threads());
    }
}
