package org.plenish.web.rulebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import org.plenish.rules.BookFiles;
import org.plenish.rules.ParsedBook;
import org.plenish.rules.vocabulary.Vocabulary;
import org.springframework.stereotype.Component;

/** Books as trees and tables, for pages: the last few are kept, as reading one takes longer than a page may. */
@Component
class ParsedBooks {

    private static final int KEPT = 4;

    private final Map<String, ParsedBook> byFingerprint =
            Collections.synchronizedMap(new LinkedHashMap<>(8, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, ParsedBook> eldest) {
                    return size() > KEPT;
                }
            });

    /** @param fingerprint of the files */
    ParsedBook of(String fingerprint, SortedMap<String, String> files) {
        ParsedBook known = byFingerprint.get(fingerprint);
        if (known != null) {
            return known;
        }
        ParsedBook read = ParsedBook.read(BookFiles.of(files), Vocabulary.standard());
        byFingerprint.put(fingerprint, read);
        return read;
    }
}
