package org.plenish.web.dataset.intake;

import org.jspecify.annotations.Nullable;

/**
 * What the given files are laid upon: files that are not given come from there.
 *
 * @param dataset exactly for {@link Kind#DATASET}
 */
public record ImportBase(Kind kind, @Nullable Long dataset) {

    public static final ImportBase NOTHING = new ImportBase(Kind.NOTHING, null);
    public static final ImportBase SAMPLE = new ImportBase(Kind.SAMPLE, null);

    /** Where the other files come from. */
    public enum Kind {
        NOTHING,
        SAMPLE,
        DATASET
    }

    public ImportBase {
        if ((kind == Kind.DATASET) != (dataset != null)) {
            throw new IllegalArgumentException("A base has a dataset's number exactly if it is a stored dataset.");
        }
    }

    public static ImportBase dataset(long id) {
        return new ImportBase(Kind.DATASET, id);
    }
}
