package org.plenish.web.rulebook;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.web.export.TableDownload;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.RefusedException;
import org.plenish.web.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The versions of the rule book, what is different between two, and the way back to an earlier one. */
@Controller
class VersionController {

    private final RuleVersions versions;
    private final VersionsInForce inForce;
    private final DraftDesk desk;
    private final Publishing publishing;
    private final Refusals refusals;

    VersionController(
            RuleVersions versions, VersionsInForce inForce, DraftDesk desk, Publishing publishing, Refusals refusals) {
        this.versions = versions;
        this.inForce = inForce;
        this.desk = desk;
        this.publishing = publishing;
        this.refusals = refusals;
    }

    @GetMapping("/rule-book/versions")
    String all(Actor actor, Model model) {
        List<RuleVersion> all = versions.all();
        model.addAttribute("edits", actor.is(Role.ANALYST));
        model.addAttribute("publishes", publishes(actor));
        model.addAttribute("versions", all);
        model.addAttribute("standing", versions.inForce(inForce.today()).id());
        model.addAttribute("latest", versions.latest().id());
        model.addAttribute("today", inForce.today());
        return "rulebook/versions";
    }

    /**
     * What is different.
     *
     * @param from null: the version before
     * @param to null: the one in force
     */
    @GetMapping("/rule-book/compare")
    String compare(
            @RequestParam(required = false) @Nullable Long from,
            @RequestParam(required = false) @Nullable Long to,
            Model model) {
        RuleVersion after = to == null ? versions.inForce(inForce.today()) : versions.get(to);
        RuleVersion before = versions.get(from == null ? after.basedOn() : from);
        model.addAttribute("before", before);
        model.addAttribute("after", after);
        model.addAttribute("changes", FileChange.between(versions.files(before), versions.files(after)));
        return "rulebook/compare";
    }

    @GetMapping("/rule-book/versions/{id}/files.zip")
    void download(@PathVariable long id, HttpServletResponse response) throws IOException {
        RuleVersion version = versions.get(id);
        String folder = version.isStandard() ? "rule-book-standard" : "rule-book-version-" + id;
        TableDownload.attach(response, folder + ".zip", BookArchive.MEDIA_TYPE);
        BookArchive.write(folder, versions.files(version), response.getOutputStream());
    }

    /** Begins a draft that leads back to a version; it is published like any other. */
    @PostMapping("/rule-book/versions/{id}/restore")
    String restore(Actor actor, @PathVariable long id, Model model, HttpServletResponse response) {
        RuleVersion version = versions.get(id);
        try {
            String name = version.isStandard() ? "Back to the standard book" : "Back to version " + id;
            return "redirect:/rule-book/drafts/"
                    + desk.create(actor, name, version.isStandard() ? "" : version.name(), id);
        } catch (RefusedException refused) {
            refusals.tell(actor, Publishing.SUBJECT_KIND, String.valueOf(id), "restore", refused, model, response);
            return all(actor, model);
        }
    }

    /** Takes a version back before its first day. */
    @PostMapping("/rule-book/versions/{id}/withdraw")
    String withdraw(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        try {
            publishing.withdraw(actor, id, reason);
            return "redirect:/rule-book/versions";
        } catch (RefusedException refused) {
            refusals.tell(actor, Publishing.SUBJECT_KIND, String.valueOf(id), "withdraw", refused, model, response);
            return all(actor, model);
        }
    }

    static boolean publishes(Actor actor) {
        return actor.is(Role.ANALYST) || actor.is(Role.PLANNER);
    }
}
