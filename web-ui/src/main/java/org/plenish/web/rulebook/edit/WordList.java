package org.plenish.web.rulebook.edit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.plenish.rules.vocabulary.Topic;
import org.plenish.rules.vocabulary.Vocabulary;
import org.plenish.rules.vocabulary.Word;

/**
 * All words that a topic's rules can ask and answer.
 *
 * @param topic its word, such as {@code policy}
 */
public record WordList(String topic, List<WordEntry> asked, List<WordEntry> answered) {

    public WordList {
        asked = List.copyOf(asked);
        answered = List.copyOf(answered);
    }

    /** @param seen values of texts by word, as the current plan has them */
    static WordList of(Topic topic, Map<String, List<String>> seen) {
        List<Word> words = List.copyOf(Vocabulary.standard().words(topic));
        return new WordList(
                topic.word(),
                words.stream()
                        .filter(word -> word.question() == null)
                        .map(word -> WordEntry.of(word, seen.getOrDefault(word.path(), List.of())))
                        .toList(),
                words.stream()
                        .filter(word -> word.question() != null)
                        .map(WordEntry::of)
                        .toList());
    }

    static List<WordList> all(Map<String, List<String>> seen) {
        return Arrays.stream(Topic.values()).map(topic -> of(topic, seen)).toList();
    }
}
