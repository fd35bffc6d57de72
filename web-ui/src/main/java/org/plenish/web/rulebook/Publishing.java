package org.plenish.web.rulebook;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.RefusedException;
import org.plenish.web.shared.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a submitted draft the next version. By another person than all who have written it: whoever changes the rules does not
 * put them in force.
 */
@Service
class Publishing {

    static final String SUBJECT_KIND = "rule book";

    private static final int MOST_DAYS_AHEAD = 366;

    private final Drafts drafts;
    private final DraftStore store;
    private final DraftDesk desk;
    private final RuleVersions versions;
    private final VersionsInForce inForce;
    private final BookChecks checks;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Publishing(
            Drafts drafts,
            DraftStore store,
            DraftDesk desk,
            RuleVersions versions,
            VersionsInForce inForce,
            BookChecks checks,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.drafts = drafts;
        this.store = store;
        this.desk = desk;
        this.versions = versions;
        this.inForce = inForce;
        this.checks = checks;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Publishes it. Its files are checked, compiled and tested anew before anything is written, and all that is written is
     * written in one transaction: whatever happens in between, the version before stays in force.
     *
     * @param version of the draft as the person saw it: its files cannot have changed since
     * @param from first day; null: today
     * @return the number of the new version
     */
    long publish(Actor actor, long id, int version, @Nullable LocalDate from) {
        Draft seen = drafts.get(id);
        requirePublisher(actor, seen);
        Findings found = checks.check(drafts.toBookFiles(seen));
        if (!found.isSound()) {
            throw new RefusedException(
                    HttpStatus.CONFLICT,
                    "rulebook.refused.unsound",
                    seen.name(),
                    found.errors().size(),
                    found.failed().size());
        }
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            versions.lock();
            Draft draft = drafts.held(id, version);
            requirePublisher(actor, draft);
            requireSame(draft, Drafts.fingerprint(seen.files()));
            desk.requireReady(draft);
            return write(actor, draft, firstDay(from));
        }));
    }

    private static void requirePublisher(Actor actor, Draft draft) {
        if (!actor.is(Role.ANALYST) && !actor.is(Role.PLANNER)) {
            throw new RefusedException(HttpStatus.FORBIDDEN, "rulebook.refused.role");
        }
        if (!draft.isSubmitted()) {
            throw new RefusedException(HttpStatus.CONFLICT, "rulebook.refused.notSubmitted", draft.name());
        }
        if (draft.isBy(actor.userName())) {
            throw new RefusedException(HttpStatus.FORBIDDEN, "rulebook.refused.ownDraft", draft.name());
        }
    }

    /** What was checked, what is noted as checked and what is stored must be one. */
    private static void requireSame(Draft draft, String checked) {
        String stored = Drafts.fingerprint(draft.files());
        if (!stored.equals(draft.fingerprint()) || !stored.equals(checked)) {
            throw new RefusedException(HttpStatus.CONFLICT, "rulebook.refused.fingerprint", draft.name());
        }
    }

    private LocalDate firstDay(@Nullable LocalDate from) {
        LocalDate today = inForce.today();
        LocalDate earliest = today;
        LocalDate before = versions.latest().effectiveFrom();
        if (before != null && before.isAfter(today)) {
            earliest = before;
        }
        LocalDate day = from == null ? today : from;
        if (day.isBefore(earliest) || day.isAfter(today.plusDays(MOST_DAYS_AHEAD))) {
            throw new RefusedException(
                    HttpStatus.BAD_REQUEST,
                    earliest.equals(today) ? "rulebook.refused.day" : "rulebook.refused.dayBefore",
                    day,
                    earliest,
                    today.plusDays(MOST_DAYS_AHEAD));
        }
        return day;
    }

    private long write(Actor actor, Draft draft, LocalDate from) {
        OffsetDateTime now = now();
        RuleVersion before = versions.latest();
        long version = versions.insert(draft, actor.userName(), from, now);
        store.state(draft.id(), DraftState.PUBLISHED, now);
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("version", version);
        after.put("name", draft.name());
        after.put("fingerprint", draft.fingerprint());
        after.put("authors", draft.authors());
        after.put("effectiveFrom", from);
        after.put("draft", draft.id());
        audit.append(new AuditEntry(
                actor,
                SUBJECT_KIND,
                String.valueOf(version),
                "publish",
                Map.of("version", before.id(), "fingerprint", before.fingerprint()),
                after,
                draft.note()));
        return version;
    }

    /** Takes back the latest version before its first day; what was planned for until then stays in force. */
    @Transactional
    public void withdraw(Actor actor, long id, String reason) {
        String said = DraftDesk.reason(reason);
        versions.lock();
        RuleVersion version = versions.get(id);
        if (version.isEffectiveOn(inForce.today()) || version.isWithdrawn()) {
            throw new RefusedException(HttpStatus.CONFLICT, "rulebook.refused.inForce", id);
        }
        long latest = versions.latest().id();
        if (latest != id) {
            throw new RefusedException(HttpStatus.CONFLICT, "rulebook.refused.laterVersion", id, latest);
        }
        versions.withdraw(version, actor.userName(), said, now());
        audit.append(new AuditEntry(
                actor,
                SUBJECT_KIND,
                String.valueOf(id),
                "withdraw",
                Map.of("name", version.name(), "effectiveFrom", String.valueOf(version.effectiveFrom())),
                null,
                said));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
