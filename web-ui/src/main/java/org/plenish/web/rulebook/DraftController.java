package org.plenish.web.rulebook;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plenish.web.export.TableDownload;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** A draft's life: begun, submitted, sent back, published, discarded. */
@Controller
class DraftController {

    private final Drafts drafts;
    private final DraftDesk desk;
    private final Publishing publishing;
    private final DraftPages pages;
    private final BookContents contents;
    private final RuleVersions versions;
    private final Refusals refusals;

    DraftController(
            Drafts drafts,
            DraftDesk desk,
            Publishing publishing,
            DraftPages pages,
            BookContents contents,
            RuleVersions versions,
            Refusals refusals) {
        this.drafts = drafts;
        this.desk = desk;
        this.publishing = publishing;
        this.pages = pages;
        this.contents = contents;
        this.versions = versions;
        this.refusals = refusals;
    }

    @PostMapping("/rule-book/drafts")
    String create(
            Actor actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response) {
        try {
            return "redirect:" + address(desk.create(actor, name, note, null));
        } catch (RefusedException refused) {
            refusals.tell(actor, Drafts.SUBJECT_KIND, "new", "create", refused, model, response);
            model.addAttribute("name", name);
            model.addAttribute("note", note);
            return "rulebook/new-draft";
        }
    }

    /** Where a draft is begun, with room to say what it is for. */
    @GetMapping("/rule-book/new-draft")
    String blank(Model model) {
        model.addAttribute("name", "");
        model.addAttribute("note", "");
        return "rulebook/new-draft";
    }

    /**
     * The page.
     *
     * @param waiting whether a page asks that shows how far check or impact have come; it asks for itself anew when there is
     *     more to show
     */
    @GetMapping("/rule-book/drafts/{id}")
    String one(
            Actor actor,
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean waiting,
            Model model,
            HttpServletResponse response) {
        String page = pages.show(actor, id, model);
        if (waiting && model.getAttribute("refreshSeconds") == null) {
            response.setHeader("HX-Refresh", "true");
        }
        return page;
    }

    @GetMapping("/rule-book/drafts/{id}/changes")
    String changes(@PathVariable long id, Model model) {
        Draft draft = drafts.get(id);
        model.addAttribute("draft", draft);
        model.addAttribute("before", versions.find(draft.basedOn()).orElse(null));
        model.addAttribute("changes", FileChange.between(contents.files(draft.baseFingerprint()), draft.files()));
        return "rulebook/compare";
    }

    @GetMapping("/rule-book/drafts/{id}/files.zip")
    void download(@PathVariable long id, HttpServletResponse response) throws IOException {
        String folder = "rule-book-draft-" + id;
        TableDownload.attach(response, folder + ".zip", BookArchive.MEDIA_TYPE);
        BookArchive.write(folder, drafts.get(id).files(), response.getOutputStream());
    }

    @PostMapping("/rule-book/drafts/{id}/rename")
    String rename(
            Actor actor,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("typedName", name);
        model.addAttribute("typedNote", note);
        return act(actor, id, "rename", model, response, () -> {
            desk.rename(actor, id, version, name, note);
            return address(id);
        });
    }

    @PostMapping("/rule-book/drafts/{id}/submit")
    String submit(
            Actor actor, @PathVariable long id, @RequestParam int version, Model model, HttpServletResponse response) {
        return act(actor, id, "submit", model, response, () -> {
            desk.submit(actor, id, version);
            return address(id);
        });
    }

    @PostMapping("/rule-book/drafts/{id}/send-back")
    String sendBack(
            Actor actor,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return act(actor, id, "send back", model, response, () -> {
            desk.sendBack(actor, id, version, reason);
            return address(id);
        });
    }

    /** @param from first day, ISO 8601; blank: today */
    @PostMapping("/rule-book/drafts/{id}/publish")
    String publish(
            Actor actor,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String from,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("typedDay", from);
        return act(actor, id, "publish", model, response, () -> {
            publishing.publish(actor, id, version, day(from));
            return address(id);
        });
    }

    private static @Nullable LocalDate day(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, "rulebook.refused.noDay", FileRules.shown(typed));
        }
    }

    @PostMapping("/rule-book/drafts/{id}/discard")
    String discard(
            Actor actor,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        return act(actor, id, "discard", model, response, () -> {
            desk.discard(actor, id, version, reason);
            return "/rule-book";
        });
    }

    /** @param theirs files of which the published one counts where both were changed */
    @PostMapping("/rule-book/drafts/{id}/bring-up")
    String bringUp(
            Actor actor,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") List<String> theirs,
            Model model,
            HttpServletResponse response) {
        return act(actor, id, "bring up", model, response, () -> {
            desk.bringUp(actor, id, version, theirs);
            return address(id);
        });
    }

    private String act(
            Actor actor, long id, String attempt, Model model, HttpServletResponse response, Supplier<String> action) {
        try {
            return "redirect:" + action.get();
        } catch (RefusedException refused) {
            refusals.tell(actor, Drafts.SUBJECT_KIND, String.valueOf(id), attempt, refused, model, response);
            return pages.show(actor, id, model);
        }
    }

    static String address(long id) {
        return "/rule-book/drafts/" + id;
    }
}
