package org.plenish.web.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeListTest {

    private static final List<String> CASH = List.of("change: cash", "factor: 0.5");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: A",
                "name: A\n",
                "name: A\nchanges:",
                "name: A\nchanges: []",
                "name: A\nchanges: [ ]\n\n\n"
            })
    void beginsTheList(String content) {
        ChangeList.Added added = ChangeList.add(content, CASH).orElseThrow();
        assertThat(added.content()).isEqualTo("name: A\nchanges:\n  - change: cash\n    factor: 0.5\n");
        assertThat(added.firstLine()).isEqualTo(3);
        assertThat(added.lastLine()).isEqualTo(4);
    }

    @Test
    void goesOnInTheHandOfThePersonAndLeavesTheRest() {
        assertThat(ChangeList.add("""
                        # why
                        changes: # so far
                        - change: demand # a fifth more
                          factor: 1.2

                        # the rest
                        seed: 7
                        """, CASH).orElseThrow().content()).isEqualTo("""
                        # why
                        changes: # so far
                        - change: demand # a fifth more
                          factor: 1.2
                        - change: cash
                          factor: 0.5

                        # the rest
                        seed: 7
                        """);
    }

    @Test
    void leavesAListInBracketsToThePerson() {
        assertThat(ChangeList.add("changes: [{change: cash, factor: 2}]", CASH)).isEmpty();
    }
}
