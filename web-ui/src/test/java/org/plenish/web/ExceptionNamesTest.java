package org.plenish.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.plenish.engine.policy.SituationKind;
import org.plenish.engine.policy.SuggestedAction;

/** What an exception is, and what is advised, has a name in a planner's words. */
class ExceptionNamesTest {

    @Test
    void everyKindAndEveryActionHasAName() throws IOException {
        Properties words = new Properties();
        try (InputStream in = getClass().getResourceAsStream("/messages.properties")) {
            words.load(in);
        }
        assertThat(words.stringPropertyNames())
                .containsAll(Arrays.stream(SituationKind.values())
                        .map(kind -> "exception." + kind)
                        .toList())
                .containsAll(Arrays.stream(SuggestedAction.values())
                        .map(action -> "suggestion." + action)
                        .toList());
    }
}
