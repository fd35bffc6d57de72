package org.plenish.web.rulebook.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.plenish.rules.cases.FactBuilder;
import org.plenish.rules.vocabulary.Sentence;
import org.plenish.rules.vocabulary.Subject;
import org.plenish.rules.vocabulary.Topic;
import org.plenish.rules.vocabulary.Vocabulary;
import org.plenish.rules.vocabulary.Word;

class GivenValueTest {

    @Test
    void everyValueOfTheOrdinaryArticleIsReadAsItIsWrittenAndAsAPlanStoresIt() {
        for (Topic topic : Topic.values()) {
            Subject ordinary = Subject.of(new FactBuilder(topic).build());
            for (Word word : Vocabulary.standard().words(topic)) {
                if (word.question() == null) {
                    Object value = word.of(ordinary);
                    assertThat(GivenValue.parse(word, GivenValue.text(value)))
                            .as(word.path())
                            .isEqualTo(value);
                    String stored = GivenValue.ofStored(word, Sentence.forPerson(value));
                    Object read = GivenValue.parse(word, stored);
                    assertThat(Sentence.forPerson(read)).as(word.path()).isEqualTo(Sentence.forPerson(value));
                }
            }
        }
    }

    @Test
    void aValueOfAnotherKindIsRefusedWithWhatItMustBe() {
        Word lifecycle =
                Vocabulary.standard().find(Topic.POLICY, "item.lifecycle").orElseThrow();
        assertThatThrownBy(() -> GivenValue.parse(lifecycle, "OLD"))
                .hasMessageContaining("item.lifecycle: OLD must be one of")
                .hasMessageContaining("PHASE_OUT");
        Word onHand =
                Vocabulary.standard().find(Topic.POLICY, "stock.onHandUnits").orElseThrow();
        assertThatThrownBy(() -> GivenValue.parse(onHand, "1.5")).hasMessageContaining("a whole number");
        assertThat(GivenValue.ofStored(onHand, "infinitely many")).isEqualTo("infinite");
    }
}
