package org.plenish.web.scenario;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.ImportProblem;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.Role;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Collects what the page of a scenario shows. */
@Component
class ScenarioPages {

    private final ScenarioQueries queries;
    private final ScenarioJobs jobs;
    private final ScenarioReadings readings;

    ScenarioPages(ScenarioQueries queries, ScenarioJobs jobs, ScenarioReadings readings) {
        this.queries = queries;
        this.jobs = jobs;
        this.readings = readings;
    }

    /**
     * Fills the page.
     *
     * @param typed what a person has typed and is not kept; null: nothing
     * @param form of a change
     * @param formProblems why the form was not taken
     */
    String fill(
            Model model,
            Actor actor,
            long id,
            @Nullable String typed,
            ChangeForm form,
            List<ImportProblem> formProblems) {
        StoredScenario scenario = queries.get(actor.userName(), id);
        String content = typed == null ? scenario.content() : typed;
        Optional<ScenarioRun> run = jobs.findLatest(id);
        boolean works = actor.is(Role.PLANNER) || actor.is(Role.ANALYST);
        boolean own = scenario.isOwnedBy(actor.userName()) && works;
        model.addAttribute("scenario", scenario);
        model.addAttribute("yaml", content);
        model.addAttribute("own", own);
        model.addAttribute("works", works);
        model.addAttribute("editable", own && scenario.isDraft());
        model.addAttribute("promotes", actor.is(Role.PLANNER));
        model.addAttribute("run", run.orElse(null));
        model.addAttribute("ofThis", run.filter(latest -> latest.isOf(scenario)).isPresent());
        model.addAttribute("form", form);
        model.addAttribute("formProblems", formProblems);
        model.addAttribute("kinds", ChangeForm.kinds());
        addReading(model, scenario, content);
        return "scenario/scenario";
    }

    private void addReading(Model model, StoredScenario scenario, String content) {
        ScenarioReading reading = ScenarioReading.NONE;
        Choices choices = Choices.NONE;
        try {
            reading = readings.read(scenario.datasetId(), content);
            choices = readings.choices(scenario.datasetId());
        } catch (IllegalStateException unreadable) {
            // The page tells why; everything on it but the check works without the dataset.
            model.addAttribute("unreadable", unreadable.getMessage());
        }
        model.addAttribute("choices", choices);
        model.addAttribute("problems", reading.problems());
        model.addAttribute("sentences", reading.sentences());
        model.addAttribute("description", reading.description());
    }
}
