package org.plenish.web.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.plenish.engine.io.ScenarioFile;
import org.plenish.engine.io.ScenarioFile.Header;
import org.plenish.engine.io.ScenarioFile.Read;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.plan.scenario.Scenario;

/** The scenario of a file, or bad input. */
record WhatIf(Path path, ScenarioFile file) {

    /** @throws BadInputException with all that is wrong without knowing the dataset */
    static WhatIf open(Path path) {
        ScenarioFile file = ScenarioFile.open(path);
        if (file.report().hasErrors()) {
            throw new BadInputException(file.report().toString());
        }
        return new WhatIf(path, file);
    }

    Header header() {
        return file.header();
    }

    /** Says so if the file was written for another dataset than the one of the command, which is the one that counts. */
    void noteOtherDataset(Path datasetFolder, PrintWriter err) {
        Path own = header().dataset();
        if (own != null
                && !own.toAbsolutePath()
                        .normalize()
                        .equals(datasetFolder.toAbsolutePath().normalize())) {
            err.println(path + " is written for " + own + "; it changes " + datasetFolder + " instead.");
        }
    }

    /** @throws BadInputException with all that is wrong */
    Scenario scenario(Dataset dataset) {
        Read read = file.read(dataset);
        if (read.scenario() == null) {
            throw new BadInputException(read.report().toString());
        }
        return read.scenario();
    }

    /**
     * The same for a replay of the past, in which changes of what lies ahead are bad input.
     *
     * @param err is told what is left aside
     * @throws BadInputException with all that is wrong
     */
    Scenario replayed(Dataset dataset, PrintWriter err) {
        Read read = file.readForReplay(dataset);
        if (read.scenario() == null) {
            throw new BadInputException(read.report().toString());
        }
        read.report().listed().forEach(err::println);
        return read.scenario();
    }
}
