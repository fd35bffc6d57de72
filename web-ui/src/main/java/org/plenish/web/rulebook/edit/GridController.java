package org.plenish.web.rulebook.edit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.plenish.rules.problem.Problem;
import org.plenish.rules.table.Sheet;
import org.plenish.rules.table.Workbook;
import org.plenish.web.rulebook.Draft;
import org.plenish.web.rulebook.Drafts;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.RefusedException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A decision table as a grid, and as a spreadsheet. */
@Controller
class GridController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MOST_PROBLEMS_TOLD = 3;

    private final Drafts drafts;
    private final EditPages pages;

    GridController(Drafts drafts, EditPages pages) {
        this.drafts = drafts;
        this.pages = pages;
    }

    /**
     * Keeps the cells and does what a button says with them.
     *
     * @param from first row of the page, from 0
     * @param count how many rows it shows
     * @param action {@code save}, {@code check}, {@code test}, or a change of rows or columns
     * @param sent the cells
     */
    @PostMapping("/rule-book/drafts/{id}/edit/table")
    String write(
            Actor actor,
            @PathVariable long id,
            @RequestParam String name,
            @RequestParam int version,
            @RequestParam int from,
            @RequestParam int count,
            @RequestParam(name = "do", defaultValue = "save") String action,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response) {
        Draft draft = pages.draft(id, name);
        GridTable kept = GridTable.read(name, EditPages.kept(draft, name))
                .orElseThrow(() -> new RefusedException(HttpStatus.CONFLICT, "ruleedit.refused.noGrid", name));
        GridTable filled = new GridForm(sent).addTo(kept, from, count);
        GridAction.Done done = new GridAction(action, from).on(filled, sent);
        try {
            if (action.equals("test")) {
                model.addAttribute("tests", pages.tests(draft, name, filled.toCsv()));
            } else if (!action.equals("check")) {
                drafts.saveFile(actor, id, version, name, done.table().toCsv());
                return "redirect:" + EditAddress.of(id, name) + "?saved=true&page="
                        + GridView.pageOf(done.table(), done.row());
            }
        } catch (RefusedException refused) {
            response.setStatus(refused.status().value());
            model.addAttribute("refused", refused);
        }
        return pages.grid(model, actor, pages.draft(id, name), name, filled.toCsv(), GridView.pageOf(filled, from));
    }

    @GetMapping("/rule-book/drafts/{id}/edit/table.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable long id, @RequestParam String name) {
        Draft draft = pages.draft(id, name);
        Sheet sheet = Sheet.ofCsv(name, EditPages.kept(draft, name), new ArrayList<>());
        String file = name.substring(name.lastIndexOf('/') + 1).replaceAll("\\.csv$", "") + ".xlsx";
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file, java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(Workbook.write(sheet));
    }

    /** The table as it comes back from a spreadsheet, in the place of the one that the draft holds. */
    @PostMapping("/rule-book/drafts/{id}/edit/table.xlsx")
    String upload(
            Actor actor,
            @PathVariable long id,
            @RequestParam String name,
            @RequestParam int version,
            @RequestParam MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Draft draft = pages.draft(id, name);
        try {
            drafts.saveFile(actor, id, version, name, csv(name, file.getBytes()));
            return "redirect:" + EditAddress.of(id, name) + "?saved=true";
        } catch (RefusedException refused) {
            response.setStatus(refused.status().value());
            model.addAttribute("refused", refused);
            return pages.grid(model, actor, draft, name, EditPages.kept(draft, name), 1);
        }
    }

    private static String csv(String name, byte[] bytes) {
        List<Problem> problems = new ArrayList<>();
        Sheet sheet = Workbook.read(name, bytes, problems);
        if (!problems.isEmpty()) {
            String told = problems.stream()
                    .limit(MOST_PROBLEMS_TOLD)
                    .map(problem -> problem.text() + " " + problem.suggestion())
                    .collect(Collectors.joining(" "));
            throw new RefusedException(HttpStatus.BAD_REQUEST, "ruleedit.refused.workbook", told);
        }
        return sheet.toCsv();
    }
}
