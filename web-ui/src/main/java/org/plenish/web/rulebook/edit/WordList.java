package org.plenish.web.rulebook.edit;

import java.util.List;
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

    static WordList of(Topic topic) {
        List<Word> words = List.copyOf(Vocabulary.standard().words(topic));
        return new WordList(
                topic.word(),
                words.stream()
                        .filter(word -> word.question() == null)
                        .map(WordEntry::of)
                        .toList(),
                words.stream()
                        .filter(word -> word.question() != null)
                        .map(WordEntry::of)
                        .toList());
    }

    static List<WordList> all() {
        return java.util.Arrays.stream(Topic.values()).map(WordList::of).toList();
    }
}
