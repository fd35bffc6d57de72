package org.plenish.web.run.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.web.run.schedule.RunSchedule.Outcome;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The schedules, each change of them audited. */
@Service
public class Schedules {

    private static final int MOST = 20;

    private static final String ALL = """
            SELECT id, weekdays, at_time, zone, enabled, version, last_due, last_outcome, last_run, changed_by, changed_at
            FROM run_schedule""";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Schedules(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    public List<RunSchedule> all() {
        return jdbc.sql(ALL + " ORDER BY id")
                .query((row, index) -> schedule(row))
                .list();
    }

    /** @throws RefusedException if there are enough already */
    @Transactional
    public long create(Actor actor, Recurrence recurrence) {
        if (jdbc.sql("SELECT count(*) FROM run_schedule").query(Integer.class).single() >= MOST) {
            throw new RefusedException(HttpStatus.CONFLICT, "schedule.refused.most", MOST);
        }
        long id = jdbc.sql("""
                        INSERT INTO run_schedule (weekdays, at_time, zone, enabled, last_due, changed_by, changed_at)
                        VALUES (CAST(:days AS integer[]), :at, :zone, true, :now, :by, :now) RETURNING id""")
                .param("days", days(recurrence))
                .param("at", recurrence.at())
                .param("zone", recurrence.zone().getId())
                .param("now", now())
                .param("by", actor.userName())
                .query(Long.class)
                .single();
        record(actor, id, "create", null, recurrence);
        return id;
    }

    /**
     * Switches it on or off. What would have been due while it was off is not made up for.
     *
     * @throws RefusedException if it has been changed meanwhile
     */
    @Transactional
    public void enable(Actor actor, long id, int version, boolean enabled) {
        int changed = jdbc.sql("""
                        UPDATE run_schedule SET enabled = :enabled, version = version + 1, last_due = :now,
                            changed_by = :by, changed_at = :now
                        WHERE id = :id AND version = :version""")
                .param("enabled", enabled)
                .param("now", now())
                .param("by", actor.userName())
                .param("id", id)
                .param("version", version)
                .update();
        requireOne(id, changed);
        record(actor, id, enabled ? "enable" : "disable", null, null);
    }

    /** @throws RefusedException if it has been changed meanwhile */
    @Transactional
    public void remove(Actor actor, long id, int version) {
        Recurrence before = find(id).recurrence();
        requireOne(
                id,
                jdbc.sql("DELETE FROM run_schedule WHERE id = :id AND version = :version")
                        .param("id", id)
                        .param("version", version)
                        .update());
        record(actor, id, "remove", before, null);
    }

    /**
     * Takes the time at which it is due, unless another has taken it.
     *
     * @param run that was started; null: none was
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean claim(RunSchedule schedule, Instant due, Outcome outcome, @Nullable Long run) {
        return jdbc.sql("""
                        UPDATE run_schedule SET last_due = :due, last_outcome = :outcome, last_run = :run
                        WHERE id = :id AND enabled AND last_due = :lastDue""")
                        .param("due", due.atOffset(ZoneOffset.UTC))
                        .param("outcome", outcome.name())
                        .param("run", run)
                        .param("id", schedule.id())
                        .param("lastDue", schedule.lastDue().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private RunSchedule find(long id) {
        return jdbc.sql(ALL + " WHERE id = :id")
                .param("id", id)
                .query((row, index) -> schedule(row))
                .optional()
                .orElseThrow(() -> new NothingFoundException("There is no schedule " + id + "."));
    }

    private void requireOne(long id, int changed) {
        if (changed == 0) {
            find(id);
            throw new RefusedException(HttpStatus.CONFLICT, "schedule.refused.changed", String.valueOf(id));
        }
    }

    private void record(Actor actor, long id, String action, @Nullable Recurrence before, @Nullable Recurrence after) {
        audit.append(
                new AuditEntry(actor, "run schedule", String.valueOf(id), action, written(before), written(after), ""));
    }

    private static @Nullable Map<String, String> written(@Nullable Recurrence recurrence) {
        return recurrence == null
                ? null
                : Map.of(
                        "days",
                        recurrence.days().stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(", ")),
                        "at",
                        recurrence.at().toString(),
                        "zone",
                        recurrence.zone().getId());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String days(Recurrence recurrence) {
        return recurrence.days().stream()
                .sorted()
                .map(day -> String.valueOf(day.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static RunSchedule schedule(ResultSet row) throws SQLException {
        Integer[] days = (Integer[]) row.getArray("weekdays").getArray();
        String outcome = row.getString("last_outcome");
        return new RunSchedule(
                row.getLong("id"),
                new Recurrence(
                        Arrays.stream(days).map(DayOfWeek::of).collect(Collectors.toSet()),
                        row.getObject("at_time", LocalTime.class),
                        ZoneId.of(row.getString("zone"))),
                row.getBoolean("enabled"),
                row.getInt("version"),
                row.getObject("last_due", OffsetDateTime.class).toInstant(),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getObject("last_run", Long.class),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
