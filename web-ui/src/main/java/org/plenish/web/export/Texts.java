package org.plenish.web.export;

/** The words of a document, from {@code messages.properties}. */
public interface Texts {

    String of(String key, Object... values);
}
