package org.plenish.web.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends a table as a file while it is read from the database. */
@Component
public class TableDownload {

    /** Rows that the database hands over at a time, if it does so within a transaction. */
    private static final int ROWS_AT_A_TIME = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    TableDownload(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** A statement whose rows are to be streamed into {@link #send}. */
    public JdbcClient.StatementSpec sql(String sql) {
        return jdbc.sql(sql).withFetchSize(ROWS_AT_A_TIME);
    }

    /**
     * @param file name without its extension
     * @param rows opened, read and closed here, inside of one transaction
     */
    public <R> void send(
            String file, Table<R> table, Supplier<Stream<R>> rows, TableFormat format, HttpServletResponse response) {
        attach(response, file + "." + format.extension(), format.mediaType());
        reading.executeWithoutResult(status -> {
            try (Stream<R> read = rows.get()) {
                OutputStream out = response.getOutputStream();
                format.write(table, read.iterator(), out);
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Makes the answer a file to keep, not a page; it shows business data and is not to be kept on the way. */
    public static void attach(HttpServletResponse response, String file, String mediaType) {
        response.setContentType(mediaType);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(file).build().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
