package org.plenish.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PolicyChoiceTest {

    private static PolicyChoice choice(Consumer<UsualAnswers> changes) {
        return UsualAnswers.choice(SmallDataset.TEA_NORTH, changes);
    }

    private static void refuses(Consumer<UsualAnswers> changes, String message) {
        assertThatThrownBy(() -> choice(changes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void refusesNumbersOutOfTheirRange() {
        refuses(answers -> answers.serviceTarget = 1, "service target: 1.0 must be in [0.5, 1).");
        refuses(answers -> answers.provisionRate = 1.01, "provision rate: 1.01 must be in [0, 1].");
        refuses(answers -> answers.provisionRate = Double.NaN, "provision rate: NaN must be in [0, 1].");
        refuses(answers -> answers.lastTimeBuyDays = -1, "last-time buy: -1 days must be 0 or more.");
        refuses(answers -> answers.seasonalBuildDays = -1, "seasonal build: -1 days must be 0 or more.");
        refuses(answers -> answers.safetyStockCoverDays = -1, "safety stock cover: -1 days must be 0 or more.");
        refuses(answers -> answers.reviewDays = -1, "review period: -1 days must be 0 or more.");
        refuses(answers -> answers.orderCoverDays = -1, "order cover: -1 days must be 0 or more.");
    }

    @Test
    void theShapeOfDemandIsChosenWhereItMatters() {
        refuses(
                answers -> {
                    answers.safetyStockMethod = SafetyStockMethod.FILL_RATE;
                    answers.demandDistribution = null;
                },
                "demand distribution: must be chosen where the safety-stock method is FILL_RATE.");
        assertThat(choice(answers -> {
                            answers.safetyStockMethod = SafetyStockMethod.DAYS_OF_COVER;
                            answers.demandDistribution = null;
                        })
                        .demandDistribution())
                .isNull();
    }
}
