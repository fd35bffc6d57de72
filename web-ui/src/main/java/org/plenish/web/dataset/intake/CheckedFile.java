package org.plenish.web.dataset.intake;

import org.jspecify.annotations.Nullable;

/**
 * A file of the dataset that comes of a job, in the form in which it is kept.
 *
 * @param rows below the header; 0 of {@code dataset.yaml}
 * @param contentId of the base's file if it was not given anew; null: it was, or the base is not stored
 * @param baseRows null: the base has no such file
 */
public record CheckedFile(
        String name,
        String sha256,
        long rows,
        long bytes,
        @Nullable Long contentId,
        @Nullable Long baseRows) {}
