package org.plenish.web.override;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

/** Keeps what people set, each change with its entry in the audit log. */
@Repository
class OverrideStore {

    private static final String COLUMNS = "id, item, warehouse, field, value, reason, expires_on, set_by, set_at";
    private static final String SUBJECT_KIND = "policy override";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    OverrideStore(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is to stand for one SKU-location.
     *
     * @param values all of them: a field that is missing is left to the rules
     * @param renew whether values that stay as they are get the reason and the last day as well
     */
    record Wanted(
            Map<OverrideField, Double> values,
            String reason,
            @Nullable LocalDate expiresOn,
            boolean renew) {}

    /** Everything that stands, in the order of items and warehouses. */
    List<StandingOverride> standing() {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM policy_override WHERE ended_at IS NULL ORDER BY item, warehouse, id")
                .query(StandingOverride.class)
                .list();
    }

    List<StandingOverride> standing(String item, String warehouse) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM policy_override
                        WHERE item = :item AND warehouse = :warehouse AND ended_at IS NULL ORDER BY id""")
                .param("item", item)
                .param("warehouse", warehouse)
                .query(StandingOverride.class)
                .list();
    }

    /** Grows with every change of one SKU-location. */
    long version(String item, String warehouse) {
        return jdbc.sql("""
                        SELECT count(*) + count(ended_at) FROM policy_override
                        WHERE item = :item AND warehouse = :warehouse""")
                .param("item", item)
                .param("warehouse", warehouse)
                .query(Long.class)
                .single();
    }

    /**
     * Makes what is wanted stand.
     *
     * @param version that the person saw
     * @return how many values are others now
     * @throws RefusedException if somebody else has changed something since
     */
    @Transactional
    public int keep(Actor actor, String item, String warehouse, long version, Wanted wanted) {
        hold(item, warehouse);
        if (version(item, warehouse) != version) {
            throw new RefusedException(HttpStatus.CONFLICT, "override.refused.stale", item, warehouse);
        }
        Map<OverrideField, StandingOverride> before = new TreeMap<>();
        standing(item, warehouse).forEach(one -> before.put(one.field(), one));
        int changed = 0;
        for (OverrideField field : OverrideField.values()) {
            StandingOverride old = before.get(field);
            Double value = wanted.values().get(field);
            boolean same = old == null ? value == null : value != null && value == old.value();
            if (same && (old == null || !wanted.renew())) {
                continue;
            }
            if (old != null) {
                endRow(actor, old.id());
            }
            if (value != null) {
                insert(actor, item, warehouse, field, value, wanted);
            }
            changed++;
        }
        if (changed > 0) {
            audit.append(new AuditEntry(
                    actor,
                    SUBJECT_KIND,
                    item + " at " + warehouse,
                    "set",
                    told(before.values()),
                    told(standing(item, warehouse)),
                    wanted.reason()));
        }
        return changed;
    }

    /**
     * Leaves one value to the rules again.
     *
     * @throws NothingFoundException if it does not stand
     */
    @Transactional
    public StandingOverride end(Actor actor, long id) {
        StandingOverride found = jdbc.sql(
                        "SELECT " + COLUMNS + " FROM policy_override WHERE id = :id AND ended_at IS NULL FOR UPDATE")
                .param("id", id)
                .query(StandingOverride.class)
                .optional()
                .orElseThrow(() -> new NothingFoundException(
                        "There is no override " + id + " that stands. Maybe somebody has ended it: see the list."));
        endRow(actor, id);
        audit.append(new AuditEntry(
                actor, SUBJECT_KIND, found.item() + " at " + found.warehouse(), "end", told(List.of(found)), null, ""));
        return found;
    }

    /** Two who change one SKU-location do it one after the other, also where nothing stands yet. */
    private void hold(String item, String warehouse) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:place, 26))")
                .param("place", "policy override " + item + "\n" + warehouse)
                .query((row, index) -> true)
                .list();
    }

    private void endRow(Actor actor, long id) {
        jdbc.sql("UPDATE policy_override SET ended_by = :by, ended_at = :now WHERE id = :id")
                .param("by", actor.userName())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private void insert(Actor actor, String item, String warehouse, OverrideField field, double value, Wanted wanted) {
        jdbc.sql("""
                        INSERT INTO policy_override (item, warehouse, field, value, reason, expires_on, set_by, set_at)
                        VALUES (:item, :warehouse, :field, :value, :reason, :expires, :by, :now)""")
                .param("item", item)
                .param("warehouse", warehouse)
                .param("field", field.name())
                .param("value", value)
                .param("reason", wanted.reason())
                .param("expires", wanted.expiresOn())
                .param("by", actor.userName())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** As the audit log keeps it: values by field, with their last days. */
    private static @Nullable Map<String, Object> told(Iterable<StandingOverride> standing) {
        Map<String, Object> told = new LinkedHashMap<>();
        for (StandingOverride one : standing) {
            String until = one.expiresOn() == null ? "" : " until " + one.expiresOn();
            told.put(
                    one.field().column(),
                    (one.field().isFlag() ? "yes" : one.field().typed(one.value())) + until);
        }
        return told.isEmpty() ? null : told;
    }
}
