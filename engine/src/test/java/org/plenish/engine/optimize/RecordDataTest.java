package org.plenish.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;

class RecordDataTest {

    private static Sku sku(int lastDemand, int pack) {
        return Fixtures.sku(List.of(Fixtures.source(0, 1, pack)), new int[][] {{1, 2, lastDemand}}, 1, 2, 0);
    }

    @Test
    void equalArraysAndListsOfRecordsAreTheSameData() {
        assertThat(RecordData.same(sku(3, 4), sku(3, 4))).isTrue();
    }

    @Test
    void anElementDeepInsideMakesADifference() {
        assertThat(RecordData.same(sku(3, 4), sku(5, 4))).isFalse();
        assertThat(RecordData.same(sku(3, 4), sku(3, 5))).isFalse(); // a calendar of another length in the source
    }

    @Test
    void listsOfDifferentLengthDiffer() {
        assertThat(RecordData.same(List.of(1), List.of(1, 2))).isFalse();
    }
}
