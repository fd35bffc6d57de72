package org.plenish.web.dataset.intake;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a given file means.
 *
 * @param number of the upload within its job
 * @param target which file of a dataset it is, without {@code .csv}, or {@code dataset.yaml}; empty: none
 * @param decimalComma numbers are written {@code 12,5}; null: nobody has said so yet
 * @param columns by column of the dataset: column of the file; what is not named is not there
 */
public record MappedUpload(
        int number, String target, @Nullable Boolean decimalComma, Map<String, String> columns) {

    public MappedUpload {
        columns = Collections.unmodifiableMap(new TreeMap<>(columns));
    }
}
