package org.plenish.rules.vocabulary;

import org.jspecify.annotations.Nullable;

/** What is being decided about: facts, and what has been answered so far. */
public interface Subject {

    /** Of the type that the topic's words are read from. */
    Object fact();

    /** @return null if there is no answer yet */
    @Nullable
    Object answer(Question question);

    /** Facts alone, before anything is answered. */
    static Subject of(Object fact) {
        return new Subject() {
            @Override
            public Object fact() {
                return fact;
            }

            @Override
            public @Nullable Object answer(Question question) {
                return null;
            }
        };
    }
}
