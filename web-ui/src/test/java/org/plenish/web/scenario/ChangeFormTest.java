package org.plenish.web.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.plenish.engine.io.DatasetReader;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.plan.scenario.ChangeKind;
import org.plenish.engine.plan.scenario.ChangeKinds;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The form asks for what the engine asks for. */
class ChangeFormTest {

    private static final String KNOWN = "which may have ";

    private final Dataset dataset = Objects.requireNonNull(
            DatasetReader.read(Path.of(System.getProperty("plenish.root", ".."), "scenarios", "data", "tea-and-lamps"))
                    .dataset());

    @Test
    void hasEveryKindAndEveryFieldOfTheEngine() {
        assertThat(ChangeForm.kinds())
                .containsExactlyInAnyOrderElementsOf(
                        ChangeKinds.all().stream().map(ChangeKind::id).toList());
        for (String kind : ChangeForm.kinds()) {
            String told = new ScenarioText("changes:\n  - change: " + kind + "\n    nonsense: 1\n")
                    .check(dataset).problems().stream()
                            .map(Object::toString)
                            .filter(problem -> problem.contains(KNOWN))
                            .findFirst()
                            .orElseThrow();
            String fields = told.substring(told.indexOf(KNOWN) + KNOWN.length()).split("[.]", 2)[0];
            assertThat(ChangeForm.FIELDS.get(kind))
                    .as(kind)
                    .extracting(FormField::name)
                    .containsExactlyInAnyOrderElementsOf(Arrays.asList(fields.split(", ")));
        }
    }

    @Test
    void writesWhatAPersonTypedSoThatItStaysText() {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        sent.add("factor", "1, 2] }\n- change: cash");
        sent.add("items", "TEA, \"MUG\"; null\n#");
        sent.add("unasked", "x");
        ChangeForm form = ChangeForm.of("demand", sent);
        assertThat(form.yaml())
                .containsExactly(
                        "change: demand",
                        "factor: \"1, 2] }\\u000A- change: cash\"",
                        "items: [\"TEA\", \"\\\"MUG\\\"\", \"null\", \"#\"]");
        ChangeList.Added added = ChangeList.add("name: Typed", form.yaml()).orElseThrow();
        assertThat(new ScenarioText(added.content()).check(dataset).problems())
                .extracting(problem -> String.valueOf(problem.column()))
                .contains("factor", "items")
                .doesNotContain("change");
    }

    @Test
    void anUnknownKindIsTheFirst() {
        assertThat(ChangeForm.blank("dance").kind()).isEqualTo("demand");
        assertThat(ChangeForm.of("demand", new LinkedMultiValueMap<>()).values())
                .isEqualTo(Map.of());
        assertThat(ChangeForm.blank("cash").yaml()).isEqualTo(List.of("change: cash"));
    }
}
