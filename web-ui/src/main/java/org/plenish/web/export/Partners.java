package org.plenish.web.export;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How suppliers are reached, as a CSV file tells it: {@code supplier,email,interchange_id}. It is read anew for every
 * question, so that a correction counts at once.
 */
public final class Partners {

    private static final List<String> COLUMNS = List.of("supplier", "email", "interchange_id");

    private final @Nullable Path file;

    /** @param file null: nothing is known of anybody */
    public Partners(@Nullable Path file) {
        this.file = file;
    }

    public Optional<String> findEmail(String supplier) {
        return find(supplier, "email");
    }

    /** The identification of a supplier in EDI: its id, unless the file names another. */
    public String interchangeId(String supplier) {
        return find(supplier, "interchange_id").orElse(supplier);
    }

    private Optional<String> find(String supplier, String column) {
        if (file == null) {
            return Optional.empty();
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                if (!row.getHeader().containsAll(COLUMNS)) {
                    throw new IllegalStateException(file + " must have the columns supplier, email and interchange_id,"
                            + " but has " + String.join(", ", row.getHeader()) + ".");
                }
                if (row.getField("supplier").strip().equals(supplier)) {
                    return Optional.of(row.getField(column).strip()).filter(value -> !value.isEmpty());
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "plenish.export.partners: " + file + " cannot be read (" + e.getMessage() + ").", e);
        } catch (CsvParseException e) {
            throw new IllegalStateException(file + " is no CSV file: " + e.getMessage(), e);
        }
    }
}
