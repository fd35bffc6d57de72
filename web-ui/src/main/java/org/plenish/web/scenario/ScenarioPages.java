package org.plenish.web.scenario;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.ImportProblem;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Item;
import org.plenish.engine.plan.RunListener;
import org.plenish.engine.plan.scenario.Change;
import org.plenish.engine.plan.scenario.Scenario;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.Role;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Collects what the page of a scenario shows. */
@Component
class ScenarioPages {

    private final ScenarioQueries queries;
    private final ScenarioJobs jobs;
    private final ScenarioDatasets datasets;

    ScenarioPages(ScenarioQueries queries, ScenarioJobs jobs, ScenarioDatasets datasets) {
        this.queries = queries;
        this.jobs = jobs;
        this.datasets = datasets;
    }

    /** What a change may name. */
    record Choices(List<String> categories, List<String> warehouses, List<String> suppliers) {

        static Choices of(Dataset dataset) {
            return new Choices(
                    dataset.items().values().stream()
                            .map(Item::category)
                            .filter(category -> !category.isBlank())
                            .distinct()
                            .sorted()
                            .toList(),
                    names(dataset.warehouses().keySet()),
                    names(dataset.suppliers().keySet()));
        }

        private static List<String> names(Collection<?> keys) {
            return keys.stream().map(Object::toString).sorted().toList();
        }

        public List<String> of(FormField.Input input) {
            return switch (input) {
                case CATEGORIES -> categories;
                case WAREHOUSES, WAREHOUSE -> warehouses;
                case SUPPLIERS -> suppliers;
                case CLASSES -> List.of("A", "B", "C");
                case ITEMS, ITEM, NEW_NAME, NUMBER, NUMBERS, DATE, FLAG -> List.of();
            };
        }
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
        try {
            Dataset dataset = datasets.read(scenario.datasetId(), RunListener.SILENT);
            ScenarioText.Checked checked = new ScenarioText(content).check(dataset);
            Scenario read = checked.scenario();
            model.addAttribute("choices", Choices.of(dataset));
            model.addAttribute("problems", checked.problems());
            model.addAttribute(
                    "sentences",
                    read == null
                            ? List.of()
                            : read.changes().stream().map(Change::sentence).toList());
            model.addAttribute("description", read == null ? "" : read.description());
        } catch (IllegalStateException unreadable) {
            // The page tells why; everything on it but the check works without the dataset.
            model.addAttribute("unreadable", unreadable.getMessage());
            model.addAttribute("choices", new Choices(List.of(), List.of(), List.of()));
            model.addAttribute("problems", List.of());
            model.addAttribute("sentences", List.of());
            model.addAttribute("description", "");
        }
    }
}
