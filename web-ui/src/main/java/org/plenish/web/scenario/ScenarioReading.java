package org.plenish.web.scenario;

import java.util.List;
import org.plenish.engine.io.ImportProblem;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.plan.scenario.Change;
import org.plenish.engine.plan.scenario.Scenario;

/**
 * What the text of a scenario says of its dataset, in words.
 *
 * @param problems what is wrong with it; with errors among them it says nothing
 * @param sentences one a change
 */
record ScenarioReading(List<String> problems, List<String> sentences, String description) {

    static final ScenarioReading NONE = new ScenarioReading(List.of(), List.of(), "");

    ScenarioReading {
        problems = List.copyOf(problems);
        sentences = List.copyOf(sentences);
    }

    static ScenarioReading of(Dataset dataset, String content) {
        ScenarioText.Checked checked = new ScenarioText(content).check(dataset);
        Scenario read = checked.scenario();
        return new ScenarioReading(
                checked.problems().stream().map(ImportProblem::toString).toList(),
                read == null
                        ? List.of()
                        : read.changes().stream().map(Change::sentence).toList(),
                read == null ? "" : read.description());
    }
}
