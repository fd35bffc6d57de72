package org.plenish.web.forecast;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what people change of forecasts, each with its entry in the audit log. A change is never rewritten. */
@Repository
class ForecastStore {

    private static final String SUBJECT_KIND = "forecast change";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    ForecastStore(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A change to be kept.
     *
     * @param likeItem blank unless that is its kind
     * @param toDay last day, null: no end
     */
    record NewChange(
            ForecastKind kind,
            Level level,
            String likeItem,
            LocalDate fromDay,
            @Nullable LocalDate toDay,
            double amount) {}

    /** Those that nobody has ended, in the order in which they were made, which is that in which a plan makes them. */
    List<StandingChange> standing() {
        return jdbc.sql("SELECT * FROM forecast_change WHERE ended_at IS NULL ORDER BY id")
                .query(StandingChange.class)
                .list();
    }

    /** Grows with everything that people do to the changes of exactly one level. */
    long version(Level level) {
        return jdbc.sql("""
                        SELECT count(*) + count(ended_at) FROM forecast_change
                        WHERE item = :item AND category = :category AND warehouse = :warehouse""")
                .param("item", level.item())
                .param("category", level.category())
                .param("warehouse", level.warehouse())
                .query(Long.class)
                .single();
    }

    /**
     * Adds all of them to one level, or none.
     *
     * @param version of the level that the person saw
     * @throws RefusedException if somebody else has changed the level since
     */
    @Transactional
    public void add(Actor actor, Level level, long version, List<NewChange> changes, String reason) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:level, 27))")
                .param("level", "forecast change " + level)
                .query((row, index) -> true)
                .list();
        if (version(level) != version) {
            throw new RefusedException(HttpStatus.CONFLICT, "forecast.refused.stale");
        }
        add(actor, changes, reason);
    }

    /** All of them or none. */
    @Transactional
    public void add(Actor actor, List<NewChange> changes, String reason) {
        for (NewChange change : changes) {
            long id = jdbc.sql("""
                            INSERT INTO forecast_change (kind, item, category, warehouse, like_item, from_day, to_day,
                                amount, reason, set_by, set_at)
                            VALUES (:kind, :item, :category, :warehouse, :like, :from, :to, :amount, :reason, :by, :now)
                            RETURNING id""")
                    .param("kind", change.kind().name())
                    .param("item", change.level().item())
                    .param("category", change.level().category())
                    .param("warehouse", change.level().warehouse())
                    .param("like", change.likeItem())
                    .param("from", change.fromDay())
                    .param("to", change.toDay())
                    .param("amount", change.amount())
                    .param("reason", reason)
                    .param("by", actor.userName())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .query(Long.class)
                    .single();
            audit.append(new AuditEntry(actor, SUBJECT_KIND, String.valueOf(id), "add", null, told(change), reason));
        }
    }

    /** @throws NothingFoundException if it does not stand */
    @Transactional
    public StandingChange end(Actor actor, long id) {
        StandingChange found = jdbc.sql("SELECT * FROM forecast_change WHERE id = :id AND ended_at IS NULL FOR UPDATE")
                .param("id", id)
                .query(StandingChange.class)
                .optional()
                .orElseThrow(() -> new NothingFoundException("There is no change " + id
                        + " of a forecast that stands. Maybe somebody has ended it: see the list."));
        jdbc.sql("UPDATE forecast_change SET ended_by = :by, ended_at = :now WHERE id = :id")
                .param("by", actor.userName())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
        NewChange before = new NewChange(
                found.kind(), found.level(), found.likeItem(), found.fromDay(), found.toDay(), found.amount());
        audit.append(new AuditEntry(actor, SUBJECT_KIND, String.valueOf(id), "end", told(before), null, ""));
        return found;
    }

    private static Map<String, Object> told(NewChange change) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("kind", change.kind().name());
        put(told, "item", change.level().item());
        put(told, "category", change.level().category());
        put(told, "warehouse", change.level().warehouse());
        put(told, "like", change.likeItem());
        told.put("from", change.fromDay().toString());
        put(told, "to", change.toDay() == null ? "" : change.toDay().toString());
        told.put("amount", AmountText.of(change.kind(), change.amount()));
        return told;
    }

    private static void put(Map<String, Object> told, String name, String value) {
        if (!value.isEmpty()) {
            told.put(name, value);
        }
    }
}
