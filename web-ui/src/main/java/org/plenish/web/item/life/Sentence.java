package org.plenish.web.item.life;

import java.util.List;

/** A sentence of the pages: a text of the message files and what is filled in. */
public record Sentence(String key, List<Object> values) {

    public Sentence {
        values = List.copyOf(values);
    }

    static Sentence of(String key, Object... values) {
        return new Sentence(key, List.of(values));
    }

    /** For the template, which fills arrays in. */
    public Object[] filling() {
        return values.toArray();
    }
}
