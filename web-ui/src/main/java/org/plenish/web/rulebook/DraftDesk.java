package org.plenish.web.rulebook;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins drafts, names them, submits them and sends them back; each step with its entry in the audit log. */
@Service
public class DraftDesk {

    static final int LONGEST_NAME = 120;
    static final int LONGEST_NOTE = 2_000;
    static final int LONGEST_REASON = 500;

    /** More than people could look at. */
    private static final int MOST_AT_WORK = 100;

    private final DraftStore store;
    private final Drafts drafts;
    private final RuleVersions versions;
    private final VersionsInForce inForce;
    private final BookContents contents;
    private final BookChecks checks;
    private final Impacts impacts;
    private final AuditTrail audit;
    private final Clock clock;

    DraftDesk(
            DraftStore store,
            Drafts drafts,
            RuleVersions versions,
            VersionsInForce inForce,
            BookContents contents,
            BookChecks checks,
            Impacts impacts,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.versions = versions;
        this.inForce = inForce;
        this.contents = contents;
        this.checks = checks;
        this.impacts = impacts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins a draft with the files of a version, to come after the latest: with an older version's it is the way back.
     *
     * @param from null: the latest
     * @return its number
     */
    @Transactional
    public long create(Actor actor, String name, String note, @Nullable Long from) {
        String called = name(name);
        String said = note(note);
        if (store.atWork().size() >= MOST_AT_WORK) {
            throw new RefusedException(HttpStatus.CONFLICT, "rulebook.refused.drafts", MOST_AT_WORK);
        }
        RuleVersion latest = versions.latest();
        RuleVersion source = from == null ? latest : versions.get(from);
        SortedMap<String, String> files = versions.files(source);
        String base = contents.put(versions.files(latest));
        long id = store.insert(called, said, latest.id(), base, source.fingerprint(), actor.userName(), now());
        files.forEach((file, text) -> store.putFile(id, file, text));
        Map<String, Object> begun = new LinkedHashMap<>();
        begun.put("name", called);
        begun.put("note", said);
        begun.put("filesOfVersion", source.id());
        begun.put("basedOn", latest.id());
        record(actor, id, "create", null, begun, "");
        checks.wakeAfterCommit();
        return id;
    }

    @Transactional
    public void rename(Actor actor, long id, int version, String name, String note) {
        String called = name(name);
        String said = note(note);
        Draft draft = drafts.open(id, version);
        if (called.equals(draft.name()) && said.equals(draft.note())) {
            return;
        }
        store.rename(id, called, said, now());
        store.addAuthor(id, actor.userName());
        record(actor, id, "rename", about(draft.name(), draft.note()), about(called, said), "");
    }

    private static Map<String, Object> about(String name, String note) {
        return Map.of("name", name, "note", note);
    }

    /**
     * Asks for its publication: only of what was changed, checked without an error, tested, and held against the book in force
     * exactly as it is.
     */
    @Transactional
    public void submit(Actor actor, long id, int version) {
        Draft draft = drafts.open(id, version);
        requireReady(draft);
        store.submit(id, actor.userName(), now());
        store.addAuthor(id, actor.userName());
        record(actor, id, "submit", null, Map.of("fingerprint", draft.fingerprint()), "");
    }

    /** @throws RefusedException if something is missing that a draft must have to be published */
    void requireReady(Draft draft) {
        requireBase(draft);
        if (draft.fingerprint().equals(draft.baseFingerprint())) {
            throw refused("rulebook.refused.unchanged", draft.name());
        }
        Findings found =
                checks.find(draft.fingerprint()).orElseThrow(() -> refused("rulebook.refused.unchecked", draft.name()));
        if (!found.isSound()) {
            throw refused(
                    "rulebook.refused.unsound",
                    draft.name(),
                    found.errors().size(),
                    found.failed().size());
        }
        String standing = inForce.inForce().fingerprints().fingerprint();
        if (impacts.findFinished(draft, standing).isEmpty()) {
            throw refused("rulebook.refused.noImpact", draft.name());
        }
    }

    private void requireBase(Draft draft) {
        RuleVersion latest = versions.latest();
        if (!draft.baseFingerprint().equals(latest.fingerprint())) {
            throw refused("rulebook.refused.base", draft.name(), latest.id(), latest.name());
        }
    }

    /** Opens it again, so that its authors can go on. */
    @Transactional
    public void sendBack(Actor actor, long id, int version, String reason) {
        Draft draft = drafts.held(id, version);
        String said = reason(reason);
        if (!draft.isSubmitted()) {
            throw refused("rulebook.refused.notSubmitted", draft.name());
        }
        store.sendBack(id, actor.userName(), said, now());
        record(actor, id, "send back", null, null, said);
    }

    @Transactional
    public void discard(Actor actor, long id, int version, String reason) {
        Draft draft = drafts.held(id, version);
        String said = reason(reason);
        if (!draft.isAtWork()) {
            throw refused("rulebook.refused.notOpen", draft.name());
        }
        impacts.requestCancel(actor, id, clock.instant());
        store.state(id, DraftState.DISCARDED, now());
        record(actor, id, "discard", Map.of("name", draft.name()), null, said);
    }

    /** What others have published since the draft was begun or last brought up; empty of conflicts and files if nothing. */
    Merge merge(Draft draft) {
        return Merge.of(contents.files(draft.baseFingerprint()), draft.files(), versions.files(versions.latest()));
    }

    /**
     * Brings the draft up to the latest version.
     *
     * @param theirs files of which the published one counts where both were changed
     */
    @Transactional
    public void bringUp(Actor actor, long id, int version, List<String> theirs) {
        Draft draft = drafts.open(id, version);
        RuleVersion latest = versions.latest();
        Map<String, @Nullable String> changes = merge(draft).changes(versions.files(latest), theirs);
        store.base(id, latest.id(), contents.put(versions.files(latest)));
        drafts.change(actor, draft, "bring up to version " + latest.id(), changes, "");
    }

    static String reason(String reason) {
        String said = reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, "rulebook.refused.reason", LONGEST_REASON);
        }
        return said;
    }

    private static String name(String name) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, "rulebook.refused.name", LONGEST_NAME, called.length());
        }
        return called;
    }

    private static String note(String note) {
        String said = note.strip().replace("\r\n", "\n");
        if (said.length() > LONGEST_NOTE) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, "rulebook.refused.note", LONGEST_NOTE, said.length());
        }
        return said;
    }

    private static RefusedException refused(String key, Object... values) {
        return new RefusedException(HttpStatus.CONFLICT, key, values);
    }

    private void record(
            Actor actor, long id, String action, @Nullable Object before, @Nullable Object after, String reason) {
        audit.append(new AuditEntry(actor, Drafts.SUBJECT_KIND, String.valueOf(id), action, before, after, reason));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
