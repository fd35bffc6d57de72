package org.plenish.web.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.LikePattern;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the log. */
@Repository
class AuditQueries {

    static final String ORDER = "order";

    private static final int LAST_YEAR = 9_999;

    private static final String FILTERED = "SELECT " + StoredEntry.COLUMNS + """
             FROM audit_entry
            WHERE (CAST(:person AS text) IS NULL OR user_name = :person)
            AND (CAST(:kind AS text) IS NULL OR subject_kind = :kind)
            AND (CAST(:subject AS text) IS NULL OR subject = :subject)
            AND (CAST(:action AS text) IS NULL OR action = :action)
            AND (CAST(:from AS timestamptz) IS NULL OR at >= :from)
            AND (CAST(:until AS timestamptz) IS NULL OR at < :until)
            AND (CAST(:q AS text) IS NULL OR subject ILIKE :q OR action ILIKE :q OR reason ILIKE :q
                OR before ILIKE :q OR after ILIKE :q)
            AND (CAST(:before AS bigint) IS NULL OR number < :before)
            AND (CAST(:after AS bigint) IS NULL OR number > :after)
            ORDER BY number\s""";

    /** What a column holds, each once: from one to the next by the index, as there may be millions of rows. */
    private static final String DISTINCT = """
            WITH RECURSIVE each AS (
                (SELECT %1$s AS value FROM audit_entry ORDER BY 1 LIMIT 1)
                UNION ALL
                SELECT (SELECT %1$s FROM audit_entry WHERE %1$s > value ORDER BY 1 LIMIT 1) FROM each
                WHERE value IS NOT NULL)
            SELECT value FROM each WHERE value IS NOT NULL""";

    private static final String RUN = """
            SELECT r.id, p.dataset_name, p.plan_date, r.started_at, r.finished_at, r.settings, r.product_version,
                r.dataset_fingerprint, r.dataset_files, r.rulebook, r.rulebook_fingerprint, r.rulebook_files
            FROM planning_run r JOIN plan p ON p.run_id = r.id
            WHERE r.id =""";

    /** Those that proposed the order and its lines, some of which may have come to it from other orders. */
    private static final String RUNS_OF_ORDER = """
             ANY (SELECT plan_run FROM orders WHERE number = :number
                UNION SELECT l.plan_run FROM order_line l JOIN orders o ON o.id = l.order_id WHERE o.number = :number)
            ORDER BY r.id DESC""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Head> findHead() {
        return jdbc.sql("SELECT number, hash FROM audit_entry ORDER BY number DESC LIMIT 1")
                .query(Head.class)
                .optional();
    }

    Optional<AuditRow> findEntry(long number) {
        return jdbc.sql("SELECT " + StoredEntry.COLUMNS + " FROM audit_entry WHERE number = :number")
                .param("number", number)
                .query((row, index) -> AuditRow.of(StoredEntry.of(row)))
                .optional();
    }

    /** One page, found by the numbers next to it: as quick at the end of the log as at its beginning. */
    AuditPage page(AuditFilter filter) {
        boolean backwards = filter.after() != null;
        List<AuditRow> rows = new ArrayList<>(jdbc.sql(FILTERED + (backwards ? "ASC" : "DESC") + " LIMIT :rows")
                .paramSource(parameters(filter).addValue("rows", AuditPage.ROWS_A_PAGE + 1))
                .query((row, index) -> AuditRow.of(StoredEntry.of(row)))
                .list());
        boolean further = rows.size() > AuditPage.ROWS_A_PAGE;
        if (further) {
            rows.remove(rows.size() - 1);
        }
        if (backwards) {
            Collections.reverse(rows);
            return new AuditPage(rows, further, true);
        }
        return new AuditPage(rows, filter.before() != null, further);
    }

    /**
     * All that fit, latest first.
     *
     * @param statement gives the rows in parts, not all at once
     */
    Stream<StoredEntry> stream(Function<String, JdbcClient.StatementSpec> statement, AuditFilter filter) {
        return statement
                .apply(FILTERED + "DESC")
                .paramSource(parameters(filter))
                .query((row, index) -> StoredEntry.of(row))
                .stream();
    }

    List<String> people() {
        return distinct("user_name");
    }

    List<String> kinds() {
        return distinct("subject_kind");
    }

    private List<String> distinct(String column) {
        return jdbc.sql(String.format(DISTINCT, column)).query(String.class).list();
    }

    /** All entries of an order, as they came. */
    List<AuditRow> storyOf(String order) {
        return jdbc.sql("SELECT " + StoredEntry.COLUMNS
                        + " FROM audit_entry WHERE subject_kind = :kind AND subject = :order ORDER BY number")
                .param("kind", ORDER)
                .param("order", order)
                .query((row, index) -> AuditRow.of(StoredEntry.of(row)))
                .list();
    }

    /** Newest first. */
    List<RecordedRun> runsBehind(String order) {
        return jdbc.sql(RUN + RUNS_OF_ORDER)
                .param("number", order)
                .query((row, index) -> recordedRun(row))
                .list();
    }

    Optional<RecordedRun> findRun(long id) {
        return jdbc.sql(RUN + " :id")
                .param("id", id)
                .query((row, index) -> recordedRun(row))
                .optional();
    }

    /** The run whose plan the pages showed at a time. */
    Optional<Long> findRunShownAt(Instant time) {
        return jdbc.sql("""
                        SELECT id FROM planning_run WHERE status = 'FINISHED' AND finished_at <= :time
                        ORDER BY id DESC LIMIT 1""")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    private RecordedRun recordedRun(ResultSet row) throws SQLException {
        return new RecordedRun(
                row.getLong("id"),
                row.getString("dataset_name"),
                row.getObject("plan_date", LocalDate.class),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("finished_at", OffsetDateTime.class).toInstant(),
                Change.between(null, row.getString("settings")),
                row.getString("product_version"),
                row.getString("dataset_fingerprint"),
                files(row.getString("dataset_files")),
                row.getString("rulebook"),
                row.getString("rulebook_fingerprint"),
                files(row.getString("rulebook_files")));
    }

    private SortedMap<String, String> files(@Nullable String hashes) {
        return hashes == null
                ? new TreeMap<>()
                : json.readValue(hashes, new TypeReference<TreeMap<String, String>>() {});
    }

    private static MapSqlParameterSource parameters(AuditFilter filter) {
        return new MapSqlParameterSource()
                .addValue("person", nullIfBlank(filter.person()))
                .addValue("kind", nullIfBlank(filter.kind()))
                .addValue("subject", nullIfBlank(filter.subject()))
                .addValue("action", nullIfBlank(filter.action()))
                .addValue("from", startOf(filter.from()))
                .addValue("until", endOf(filter.to()))
                .addValue("q", LikePattern.containing(filter.q()))
                .addValue("before", filter.before())
                .addValue("after", filter.after());
    }

    /** A day that PostgreSQL does not know filters nothing. */
    private static @Nullable OffsetDateTime startOf(@Nullable LocalDate day) {
        return day == null || day.getYear() < 1 || day.getYear() > LAST_YEAR
                ? null
                : day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime endOf(@Nullable LocalDate day) {
        @Nullable OffsetDateTime start = startOf(day);
        return start == null ? null : start.plusDays(1);
    }

    /** Without zero characters, which no stored text has. */
    private static @Nullable String nullIfBlank(@Nullable String text) {
        String plain = text == null ? "" : text.replace("\0", "").strip();
        return plain.isEmpty() ? null : plain;
    }
}
