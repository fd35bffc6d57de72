package org.plenish.web.rulebook;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.Role;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a draft shows: where it stands, what is missing, and who may do what next. */
@Component
class DraftPages {

    /** Without JavaScript the browser itself asks again. */
    private static final int SECONDS_BETWEEN_REFRESHES = 3;

    private final Drafts drafts;
    private final DraftDesk desk;
    private final RuleVersions versions;
    private final VersionsInForce inForce;
    private final BookContents contents;
    private final BookChecks checks;
    private final Impacts impacts;

    DraftPages(
            Drafts drafts,
            DraftDesk desk,
            RuleVersions versions,
            VersionsInForce inForce,
            BookContents contents,
            BookChecks checks,
            Impacts impacts) {
        this.drafts = drafts;
        this.desk = desk;
        this.versions = versions;
        this.inForce = inForce;
        this.contents = contents;
        this.checks = checks;
        this.impacts = impacts;
    }

    /**
     * What must be so before a draft can be submitted; each is done or the next step.
     *
     * @param checked whether the check of its files is through
     * @param impact whether it was held, as it is now, against the book in force
     */
    record Steps(boolean changed, boolean current, boolean checked, boolean sound, boolean tested, boolean impact) {

        public boolean areDone() {
            return changed && current && checked && sound && tested && impact;
        }
    }

    String show(Actor actor, long id, Model model) {
        Draft draft = drafts.get(id);
        List<FileChange> files = FileChange.between(contents.files(draft.baseFingerprint()), draft.files());
        Findings found = checks.find(draft.fingerprint()).orElse(null);
        String standing = inForce.inForce().fingerprints().fingerprint();
        Impact latest = impacts.findLatest(id).orElse(null);
        Impact valid = impacts.findFinished(draft, standing).orElse(null);
        RuleVersion newest = versions.latest();
        Steps steps = new Steps(
                files.stream().anyMatch(FileChange::isChanged),
                newest.fingerprint().equals(draft.baseFingerprint()),
                found != null,
                found != null && found.errors().isEmpty(),
                found != null && found.isSound(),
                valid != null);
        model.addAttribute("draft", draft);
        model.addAttribute("based", versions.find(draft.basedOn()).orElse(null));
        model.addAttribute("files", files);
        model.addAttribute("found", found);
        model.addAttribute("steps", steps);
        model.addAttribute("newest", newest);
        if (draft.isAtWork() && !steps.current()) {
            model.addAttribute("merge", desk.merge(draft));
        }
        impact(draft, latest, valid, model);
        model.addAttribute("became", versions.findOfDraft(id).orElse(null));
        model.addAttribute("today", inForce.today());
        may(actor, draft, model);
        boolean waits = draft.isAtWork() && found == null;
        model.addAttribute("waits", waits);
        if (waits || (latest != null && latest.isOpen())) {
            model.addAttribute("refreshSeconds", SECONDS_BETWEEN_REFRESHES);
        }
        return "rulebook/draft";
    }

    private void impact(Draft draft, @Nullable Impact latest, @Nullable Impact valid, Model model) {
        Impact shown = valid != null && (latest == null || !latest.isOpen()) ? valid : latest;
        model.addAttribute("impact", shown);
        model.addAttribute("datasets", impacts.datasets());
        if (shown != null && shown.isFinished()) {
            model.addAttribute("view", new ImpactView(impacts.result(shown.id())));
            model.addAttribute("outdated", valid == null || !Objects.equals(valid.id(), shown.id()));
            model.addAttribute(
                    "outdatedBy",
                    shown.fingerprint().equals(draft.fingerprint())
                            ? "rulebook.impact.otherBook"
                            : "rulebook.impact.otherDraft");
        }
    }

    private static void may(Actor actor, Draft draft, Model model) {
        boolean publishes = VersionController.publishes(actor);
        model.addAttribute("edits", actor.is(Role.ANALYST) && draft.isOpen());
        model.addAttribute("analyst", actor.is(Role.ANALYST));
        model.addAttribute("judges", publishes && draft.isSubmitted());
        model.addAttribute("own", draft.isBy(actor.userName()));
        model.addAttribute("plans", publishes && draft.isAtWork());
    }
}
