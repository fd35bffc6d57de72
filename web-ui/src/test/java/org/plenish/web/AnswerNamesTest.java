package org.plenish.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.policy.LifecycleAction;
import org.plenish.engine.policy.MarginClass;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.PolicyChoice;
import org.plenish.engine.policy.XyzClass;

class AnswerNamesTest {

    /** Their constants are letters, which are their own names. */
    private static final List<Class<?>> LETTERS = List.of(AbcClass.class, MarginClass.class, XyzClass.class);

    private final ResourceBundle names = ResourceBundle.getBundle("messages");

    @Test
    void everyQuestionAndEveryWordThatAnswersOneHasAName() {
        Stream<String> questions = Arrays.stream(PolicyChoice.class.getRecordComponents())
                .map(component -> component.getName())
                .filter(name -> !name.equals("location") && !name.equals("conclusions"))
                .map(name -> "question." + name);
        Stream<String> answers = Arrays.stream(PolicyChoice.class.getRecordComponents())
                .map(component -> component.getType())
                .filter(type -> type.isEnum() && !LETTERS.contains(type))
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(constant -> "answer." + constant);

        assertThat(Stream.concat(questions, answers))
                .allSatisfy(key -> assertThat(names.containsKey(key)).as(key).isTrue());
    }

    @Test
    void everyStatusAndEveryActionHasAName() {
        assertThat(ObsolescenceStatus.values())
                .allSatisfy(status -> assertThat(names.containsKey("status." + status))
                        .as(status.name())
                        .isTrue());
        assertThat(LifecycleAction.values())
                .filteredOn(action -> action != LifecycleAction.NONE)
                .allSatisfy(action -> assertThat(names.containsKey("action." + action))
                        .as(action.name())
                        .isTrue());
    }
}
