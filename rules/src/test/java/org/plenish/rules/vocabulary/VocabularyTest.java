package org.plenish.rules.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.UnitPrice;

class VocabularyTest {

    private final Vocabulary vocabulary = Vocabulary.standard();

    @ParameterizedTest
    @EnumSource
    void everyAttributeOfAFactIsAWordAndEveryWordAnAttributeOrAnAnswer(Topic topic) {
        Set<String> attributes = new TreeSet<>();
        collect(topic.factType(), "", attributes);

        Set<String> words = vocabulary.words(topic).stream()
                .filter(word -> word.question() == null)
                .map(Word::path)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(words).isEqualTo(attributes);
    }

    @ParameterizedTest
    @EnumSource
    void everyQuestionIsAWord(Question question) {
        assertThat(vocabulary.answerTo(question).question()).isEqualTo(question);
    }

    @ParameterizedTest
    @EnumSource
    void everyWordHasAMeaning(Topic topic) {
        assertThat(vocabulary.words(topic))
                .allSatisfy(word -> assertThat(word.meaning()).as(word.path()).endsWith("."));
    }

    /** Written anew with {@code -Dplenish.accept=true}. */
    @Test
    void thePageForAnalystsTellsWhatIsSo() throws IOException {
        Path page = Path.of("VOCABULARY.md");
        String text = VocabularyPage.text(vocabulary);
        if (Boolean.getBoolean("plenish.accept")) {
            Files.writeString(page, text);
        }

        assertThat(page).hasContent(text);
    }

    @Test
    void aWordNearTheOneWrittenIsFound() {
        assertThat(vocabulary.similar(Topic.POLICY, "stock.onHand")).contains("stock.onHandUnits");
        assertThat(vocabulary.similar(Topic.POLICY, "anualUnits")).containsExactly("demand.annualUnits");
        assertThat(vocabulary.similar(Topic.POLICY, "xxxxxxxxxxxxxxx")).isEmpty();
    }

    /** The keys stand for their records; what a warehouse can hold by storage class cannot be asked. */
    private static void collect(Class<?> type, String prefix, Set<String> attributes) {
        for (RecordComponent component : type.getRecordComponents()) {
            String path = prefix + component.getName();
            Class<?> of = component.getType();
            boolean isKey = of.isRecord() && of.getRecordComponents().length == 1;
            if (path.equals("item.id") || path.equals("warehouse.id")) {
                attributes.add(prefix.replace(".", ""));
            } else if (of.isRecord() && !isKey && of != UnitPrice.class && of != Money.class) {
                if (!path.equals("location")) {
                    collect(of, path + ".", attributes);
                }
            } else if (of != java.util.Map.class) {
                attributes.add(path);
            }
        }
    }
}
