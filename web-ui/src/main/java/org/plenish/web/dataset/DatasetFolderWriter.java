package org.plenish.web.dataset;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.plenish.web.shared.Sha256;
import org.postgresql.PGConnection;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes the files of stored datasets out, each as it was when it was brought in, to the byte. Memory does not grow with
 * a file: rows come by {@code COPY}, bytes in parts.
 */
@Component
public class DatasetFolderWriter {

    private static final int PART_BYTES = 8 << 20;

    /** What COPY quotes is what holds a comma, a quote or a line break; an empty text would be quoted too, so it is null. */
    private static final String SALES = """
            COPY (SELECT date, item, warehouse, quantity, trim_scale(unit_price) AS unit_price,
                nullif(customer, '') AS customer, nullif(promotion, '') AS promotion
                FROM sales_row WHERE content_id = %d ORDER BY line)
            TO STDOUT (FORMAT csv, HEADER, ENCODING 'UTF8')""";

    private static final String STOCK_HISTORY = """
            COPY (SELECT date, item, warehouse, on_hand
                FROM stock_history_row WHERE content_id = %d ORDER BY line)
            TO STDOUT (FORMAT csv, HEADER, ENCODING 'UTF8')""";

    private final JdbcTemplate jdbc;

    public DatasetFolderWriter(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * Writes one file into a folder, under its name.
     *
     * @param dataset what a person calls it
     * @throws DamagedDatasetException if it is not what was brought in; then it is not there
     */
    public Path write(String dataset, StoredFile file, Path folder) throws IOException {
        Path target = folder.resolve(file.name());
        String written;
        try (OutputStream out = Files.newOutputStream(target)) {
            DigestOutputStream digested = new DigestOutputStream(out, Sha256.digest());
            BufferedOutputStream buffered = new BufferedOutputStream(digested, 1 << 16);
            jdbc.execute((Connection connection) -> {
                copy(connection, file, buffered);
                return true;
            });
            buffered.flush();
            written = Sha256.of(digested.getMessageDigest());
        }
        if (!written.equals(file.sha256())) {
            Files.delete(target);
            throw new DamagedDatasetException(file.name() + " of the dataset “" + dataset + "”: its SHA-256 is "
                    + written
                    + " and must be " + file.sha256() + ", that of the file that was brought in. Maybe the database was"
                    + " changed by hand: bring the dataset in again.");
        }
        return target;
    }

    private static void copy(Connection connection, StoredFile file, OutputStream out) throws SQLException {
        try {
            if (!file.inRows()) {
                copyBytes(connection, file.contentId(), out);
            } else {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(String.format(rows(file.name()), file.contentId()), out);
            }
        } catch (IOException e) {
            throw new TransientDataAccessResourceException(
                    file.name() + " cannot be written: " + e.getMessage() + ". Maybe the disk is full.", e);
        }
    }

    private static String rows(String name) {
        return switch (name) {
            case "sales.csv" -> SALES;
            case "stock_history.csv" -> STOCK_HISTORY;
            default -> throw new IllegalStateException("No rows are kept of " + name + ".");
        };
    }

    private static void copyBytes(Connection connection, long contentId, OutputStream out)
            throws SQLException, IOException {
        try (PreparedStatement part = connection.prepareStatement(
                "SELECT substring(content FROM ? FOR ?) FROM dataset_content WHERE id = ?")) {
            int from = 1;
            while (true) {
                part.setInt(1, from);
                part.setInt(2, PART_BYTES);
                part.setLong(3, contentId);
                try (ResultSet row = part.executeQuery()) {
                    byte[] bytes = row.next() ? row.getBytes(1) : new byte[0];
                    out.write(bytes);
                    if (bytes.length < PART_BYTES) {
                        return;
                    }
                    from += bytes.length;
                }
            }
        }
    }
}
