package org.plenish.web.item.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about an item at a warehouse.
 *
 * @param answers the comment that begins the thread; null: this one
 */
public record ItemComment(long id, @Nullable Long answers, String userName, Instant at, String text) {

    /** A comment and its answers, oldest first. */
    public record Talk(ItemComment first, List<ItemComment> answers) {

        public Talk {
            answers = List.copyOf(answers);
        }
    }

    /** The latest thread first. An answer whose beginning is not among them stands by itself. */
    static List<Talk> talks(List<ItemComment> oldestFirst) {
        Map<Long, List<ItemComment>> threads = new LinkedHashMap<>();
        for (ItemComment comment : oldestFirst) {
            Long beginning = comment.answers();
            if (beginning != null && threads.containsKey(beginning)) {
                threads.computeIfAbsent(beginning, none -> new ArrayList<>()).add(comment);
            } else {
                threads.put(comment.id(), new ArrayList<>(List.of(comment)));
            }
        }
        List<Talk> talks = new ArrayList<>();
        threads.values().forEach(thread -> talks.add(0, new Talk(thread.get(0), thread.subList(1, thread.size()))));
        return talks;
    }
}
