package org.plenish.web.rulebook.edit;

import jakarta.servlet.http.HttpServletResponse;
import org.plenish.web.rulebook.Draft;
import org.plenish.web.rulebook.Drafts;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.RefusedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** One file of a draft: a rule file or tests as text, a decision table as a grid or as text. */
@Controller
class EditController {

    /** What stands beside the text. */
    private static final String BESIDE = "rulebook/edit :: beside";

    private final Drafts drafts;
    private final EditPages pages;

    EditController(Drafts drafts, EditPages pages) {
        this.drafts = drafts;
        this.pages = pages;
    }

    /**
     * The page.
     *
     * @param name with the slash before it
     * @param as {@code text}: a table too
     * @param line to go to; 0: none
     * @param page of a grid
     */
    @GetMapping("/rule-book/drafts/{id}/files/{*name}")
    String show(
            Actor actor,
            @PathVariable long id,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String as,
            @RequestParam(defaultValue = "0") int line,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "false") boolean saved,
            Model model) {
        String file = name.substring(1);
        Draft draft = pages.draft(id, file);
        model.addAttribute("line", line);
        model.addAttribute("saved", saved);
        String text = EditPages.kept(draft, file);
        return file.endsWith(".csv") && !as.equals("text")
                ? pages.grid(model, actor, draft, file, text, line > 0 ? EditPages.pageAt(file, text, line) : page)
                : pages.text(model, actor, draft, file, text);
    }

    /**
     * Keeps the text, or only checks it.
     *
     * @param action {@code save}, {@code check}, {@code test}: the tests with the text as it is typed
     * @param aside whether only what stands beside the text is wanted
     */
    @PostMapping("/rule-book/drafts/{id}/files/{*name}")
    String write(
            Actor actor,
            @PathVariable long id,
            @PathVariable String name,
            @RequestParam int version,
            @RequestParam String text,
            @RequestParam(name = "do", defaultValue = "save") String action,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean aside,
            Model model,
            HttpServletResponse response) {
        String file = name.substring(1);
        Draft draft = pages.draft(id, file);
        String typed = text.replace("\r\n", "\n");
        try {
            switch (action) {
                case "check" -> model.addAttribute("checked", true);
                case "test" -> model.addAttribute("tests", pages.tests(draft, file, typed));
                default -> {
                    drafts.saveFile(actor, id, version, file, typed);
                    if (!aside) {
                        return "redirect:" + EditAddress.of(id, file) + "?saved=true"
                                + (file.endsWith(".csv") ? "&as=text" : "");
                    }
                    draft = pages.draft(id, file);
                    model.addAttribute("saved", true);
                    model.addAttribute("runTests", true);
                }
            }
        } catch (RefusedException refused) {
            response.setStatus(refused.status().value());
            model.addAttribute("refused", refused);
            draft = pages.draft(id, file);
        }
        String page = pages.text(model, actor, draft, file, typed);
        return aside ? BESIDE : page;
    }
}
