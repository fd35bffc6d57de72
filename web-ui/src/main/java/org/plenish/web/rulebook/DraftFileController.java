package org.plenish.web.rulebook;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.RefusedException;
import org.plenish.web.shared.RuleUploads;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriUtils;

/** Files come into a draft and leave it. */
@Controller
class DraftFileController {

    private static final String KEYS = "rulebook.upload.refused";

    private final Drafts drafts;
    private final DraftPages pages;
    private final Refusals refusals;

    DraftFileController(Drafts drafts, DraftPages pages, Refusals refusals) {
        this.drafts = drafts;
        this.pages = pages;
        this.refusals = refusals;
    }

    /**
     * Takes files, zips of them or a whole folder.
     *
     * @param draft its number; it stands in the form as forms with files have one address
     * @param whole whether they are all files of the book, so that the others are deleted
     */
    @PostMapping("/rule-book/uploads")
    String upload(
            Actor actor,
            @RequestParam long draft,
            @RequestParam int version,
            @RequestParam(defaultValue = "false") boolean whole,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Model model,
            HttpServletResponse response) {
        return act(actor, draft, "upload", model, response, () -> {
            SortedMap<String, byte[]> sent = RuleUploads.read(files == null ? List.of() : files, KEYS);
            if (sent.isEmpty()) {
                throw new RefusedException(HttpStatus.BAD_REQUEST, KEYS + ".none");
            }
            drafts.replaceFiles(actor, draft, version, SentFiles.texts(sent), whole);
            return DraftController.address(draft);
        });
    }

    /** Begins a file with what every one of its kind has. */
    @PostMapping("/rule-book/drafts/{id}/new-file")
    String newFile(
            Actor actor,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String name,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("typedFile", name);
        return act(actor, id, "new file", model, response, () -> {
            String file = name.strip();
            if (drafts.get(id).files().containsKey(file)) {
                throw new RefusedException(HttpStatus.CONFLICT, "rulebook.refused.fileThere", FileRules.shown(file));
            }
            drafts.saveFile(actor, id, version, file, SentFiles.beginning(file));
            return DraftController.address(id) + "/files/" + UriUtils.encodePath(file, "UTF-8");
        });
    }

    @PostMapping("/rule-book/drafts/{id}/delete-file")
    String deleteFile(
            Actor actor,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam String name,
            Model model,
            HttpServletResponse response) {
        return act(actor, id, "delete file", model, response, () -> {
            drafts.deleteFile(actor, id, version, name);
            return DraftController.address(id) + "#files";
        });
    }

    /** Brings a file back as it was when the draft was begun. */
    @PostMapping("/rule-book/drafts/{id}/reset-file")
    String resetFile(
            Actor actor,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam String name,
            Model model,
            HttpServletResponse response) {
        return act(actor, id, "reset file", model, response, () -> {
            drafts.resetFile(actor, id, version, name);
            return DraftController.address(id) + "#files";
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
}
