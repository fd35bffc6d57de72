package org.plenish.web.rulebook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenish.rules.BookFiles;
import org.plenish.web.run.FileFingerprints;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.RefusedException;
import org.plenish.web.shared.Sha256;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what analysts write into drafts, right or wrong; each change with its entry in the audit log. */
@Service
public class Drafts {

    static final String SUBJECT_KIND = "rule draft";

    private final DraftStore store;
    private final BookContents contents;
    private final BookChecks checks;
    private final AuditTrail audit;
    private final Clock clock;

    Drafts(DraftStore store, BookContents contents, BookChecks checks, AuditTrail audit, Clock clock) {
        this.store = store;
        this.contents = contents;
        this.checks = checks;
        this.audit = audit;
        this.clock = clock;
    }

    public Optional<Draft> find(long id) {
        return store.find(id);
    }

    /** @throws NothingFoundException if there is none of this number */
    public Draft get(long id) {
        return find(id).orElseThrow(() -> new NothingFoundException("There is no draft " + id + "."));
    }

    /** As the rules read, check and compile them. */
    public BookFiles toBookFiles(Draft draft) {
        return BookFiles.of(draft.files());
    }

    /**
     * Keeps a file, be it new or changed.
     *
     * @param expectedVersion of the draft as its author saw it
     * @param fileName such as {@code service-targets.csv} or {@code tests/service.yaml}
     * @return the draft's new version; the same if the text is as it was
     * @throws RefusedException if the draft is not open or has changed meanwhile (409), or for a bad name, a text of more than
     *     1,000,000 bytes or one with zero bytes (400)
     */
    @Transactional
    public int saveFile(Actor actor, long id, int expectedVersion, String fileName, String text) {
        FileRules.requireName(fileName);
        String kept = FileRules.text(fileName, text);
        Draft draft = open(id, expectedVersion);
        if (kept.equals(draft.files().get(fileName))) {
            return draft.version();
        }
        return change(actor, draft, "change file", Map.of(fileName, kept), fileName);
    }

    /**
     * Keeps several at once, or none of them.
     *
     * @param whole whether they are all files of the book, so that the others are deleted
     * @throws RefusedException as {@link #saveFile} does
     */
    @Transactional
    public int replaceFiles(
            Actor actor, long id, int expectedVersion, SortedMap<String, String> textByName, boolean whole) {
        Map<String, @Nullable String> changed = new TreeMap<>();
        textByName.forEach((name, text) -> {
            FileRules.requireName(name);
            changed.put(name, FileRules.text(name, text));
        });
        Draft draft = open(id, expectedVersion);
        changed.entrySet()
                .removeIf(file -> Objects.equals(file.getValue(), draft.files().get(file.getKey())));
        if (whole) {
            draft.files().keySet().stream()
                    .filter(name -> !textByName.containsKey(name))
                    .forEach(name -> changed.put(name, null));
        }
        return changed.isEmpty() ? draft.version() : change(actor, draft, "change files", changed, "");
    }

    /**
     * Brings a file back as it is in the version that the draft is based on; one that is not there is taken out.
     *
     * @throws RefusedException as {@link #saveFile} does
     */
    @Transactional
    public int resetFile(Actor actor, long id, int expectedVersion, String fileName) {
        Draft draft = open(id, expectedVersion);
        String before = contents.files(draft.baseFingerprint()).get(fileName);
        if (before == null) {
            return deleteFile(actor, id, expectedVersion, fileName);
        }
        return before.equals(draft.files().get(fileName))
                ? draft.version()
                : change(actor, draft, "reset file", Map.of(fileName, before), fileName);
    }

    /**
     * Takes a file out of the draft.
     *
     * @throws RefusedException as {@link #saveFile} does
     * @throws NothingFoundException if the draft has no such file
     */
    @Transactional
    public int deleteFile(Actor actor, long id, int expectedVersion, String fileName) {
        Draft draft = open(id, expectedVersion);
        if (!draft.files().containsKey(fileName)) {
            throw new NothingFoundException(
                    "The draft has no file “" + FileRules.shown(fileName) + "”. Maybe it was deleted meanwhile.");
        }
        Map<String, @Nullable String> removed = new TreeMap<>();
        removed.put(fileName, null);
        return change(actor, draft, "delete file", removed, fileName);
    }

    /** The draft, held until the end of the transaction. */
    Draft open(long id, int expectedVersion) {
        Draft draft = held(id, expectedVersion);
        if (!draft.isOpen()) {
            throw new RefusedException(HttpStatus.CONFLICT, "rulebook.refused.notOpen", draft.name());
        }
        return draft;
    }

    /** The same in any state. */
    Draft held(long id, int expectedVersion) {
        Draft draft = store.lock(id).orElseThrow(() -> new NothingFoundException("There is no draft " + id + "."));
        if (draft.version() != expectedVersion) {
            throw new RefusedException(
                    HttpStatus.CONFLICT, "rulebook.refused.version", draft.name(), draft.version(), expectedVersion);
        }
        return draft;
    }

    /** @param files text by name; null: it is taken out */
    int change(Actor actor, Draft draft, String action, Map<String, ? extends @Nullable String> files, String what) {
        SortedMap<String, String> after = new TreeMap<>(draft.files());
        files.forEach((name, text) -> {
            if (text == null) {
                after.remove(name);
                store.removeFile(draft.id(), name);
            } else {
                after.put(name, text);
                store.putFile(draft.id(), name, text);
            }
        });
        if (after.size() > FileRules.MOST_FILES) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, "rulebook.refused.files", FileRules.MOST_FILES);
        }
        store.addAuthor(draft.id(), actor.userName());
        int version = store.changed(draft.id(), fingerprint(after), now());
        audit.append(new AuditEntry(
                actor,
                SUBJECT_KIND,
                String.valueOf(draft.id()),
                what.isEmpty() ? action : action + " " + what,
                hashes(draft.files(), files),
                hashes(after, files),
                ""));
        checks.wakeAfterCommit();
        return version;
    }

    /** Texts are too long for the log; by its hash each is found in a version or a draft. */
    private static @Nullable Map<String, String> hashes(
            Map<String, String> all, Map<String, ? extends @Nullable String> changed) {
        Map<String, String> hashes = new LinkedHashMap<>();
        changed.keySet().forEach(name -> {
            String text = all.get(name);
            if (text != null) {
                hashes.put(name, Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
            }
        });
        return hashes.isEmpty() ? null : hashes;
    }

    /** Of a book of these texts, as planning runs have it. */
    static String fingerprint(SortedMap<String, String> files) {
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return FileFingerprints.of(bytes).fingerprint();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
