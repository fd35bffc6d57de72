package org.plenish.web.run;

import org.plenish.rules.BookFiles;

/** Which rule book plans are made by. */
public interface RuleBooks {

    /** The one that a run which starts now is decided by. */
    InForce inForce();

    /**
     * A rule book that plans are made by.
     *
     * @param version 0: the book that comes with the product
     * @param name for a person, such as {@code Version 3, More service}
     */
    record InForce(long version, String name, BookFiles files) {

        public static final String STANDARD = "Standard";

        public FileFingerprints fingerprints() {
            return FileFingerprints.of(files.bytesByName());
        }
    }
}
