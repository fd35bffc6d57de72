package org.plenish.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every scenario with an {@code expected.txt} plans to it. */
class ExpectedPlanTest {

    private static final long MOVES = 20_000;

    @ParameterizedTest
    @ValueSource(strings = "tea-and-lamps")
    void plansAsExpected(String scenario) throws IOException {
        String text = PlanText.of(Scenarios.plan(Scenarios.dataset(scenario), MOVES, 2));
        Path expected = Scenarios.folder(scenario).resolve("expected.txt");
        if (Boolean.getBoolean("plenish.accept")) {
            Files.writeString(expected, text);
        }
        assertThat(text).isEqualTo(Files.readString(expected));
    }
}
