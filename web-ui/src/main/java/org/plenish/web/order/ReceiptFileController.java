package org.plenish.web.order;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.ImportProblem;
import org.plenish.web.export.Table;
import org.plenish.web.export.TableDownload;
import org.plenish.web.export.TableFormats;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.DeniedAttempts;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.ReceiptFileRefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Receipts as a file: uploaded, looked at with all that is wrong with it, then booked whole or discarded. */
@Controller
@RequestMapping("/receipts")
class ReceiptFileController {

    private static final int SHOWN = 100;

    private static final Table<ImportProblem> PROBLEMS = Table.<ImportProblem>named("problems")
            .text("file", ImportProblem::file)
            .word("severity", problem -> problem.severity().name())
            .number("line", problem -> problem.line() == 0 ? null : problem.line())
            .text("column", ImportProblem::column)
            .text("value", ImportProblem::value)
            .text("requirement", ImportProblem::requirement)
            .text("maybe", ImportProblem::suggestion);

    private final ReceiptFiles files;
    private final ReceiptUploads uploads;
    private final DeniedAttempts denied;
    private final TableDownload download;

    ReceiptFileController(ReceiptFiles files, ReceiptUploads uploads, DeniedAttempts denied, TableDownload download) {
        this.files = files;
        this.uploads = uploads;
        this.denied = denied;
        this.download = download;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("uploads", uploads.latest());
        model.addAttribute("mostRows", ReceiptTable.MOST_ROWS);
        return "order/receipts";
    }

    @PostMapping
    ModelAndView upload(Actor actor, @RequestParam(required = false) @Nullable MultipartFile file, Model model)
            throws IOException {
        String name = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        if (file == null || name.isEmpty()) {
            return refused("Choose a file first.", model);
        }
        try (InputStream sent = file.getInputStream()) {
            ReceiptFile read = ReceiptFile.sent(name, sent.readNBytes(ReceiptFile.MOST_BYTES + 1));
            return new ModelAndView("redirect:/receipts/" + files.upload(actor, read));
        } catch (ReceiptFile.UnreadableException e) {
            String message = String.valueOf(e.getMessage());
            refuse(actor, name, "upload refused", message);
            return refused(message, model);
        }
    }

    /** Once for the file, and after all of it is taken back, or the entry would be, too. */
    private void refuse(Actor actor, String subject, String action, String message) {
        denied.record(new AuditEntry(actor, "receipt file", subject, action, null, null, message));
    }

    private ModelAndView refused(String message, Model model) {
        model.addAttribute("refused", message);
        return new ModelAndView(list(model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{id}")
    String file(Actor actor, @PathVariable long id, Model model) {
        return show(find(id), model);
    }

    private String show(ReceiptUpload upload, Model model) {
        model.addAttribute("upload", upload);
        if (!upload.isBooked()) {
            ReceiptFiles.Checked checked = files.check(upload);
            model.addAttribute("checked", checked);
            model.addAttribute("most", SHOWN);
        }
        return "order/receipt-file";
    }

    @GetMapping("/{id}/problems.{format:csv|xlsx}")
    void problems(@PathVariable long id, @PathVariable String format, HttpServletResponse response) {
        ReceiptUpload upload = find(id);
        download.send(
                "receipt-file-" + id + "-problems",
                PROBLEMS,
                () -> files.check(upload).report().listed().stream(),
                TableFormats.of(format),
                response);
    }

    @PostMapping("/{id}/book")
    ModelAndView book(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String again,
            Model model,
            RedirectAttributes told) {
        ReceiptUpload upload = find(id);
        Outcome outcome;
        try {
            outcome = files.book(actor, id, again);
        } catch (ReceiptFileRefusedException e) {
            outcome = e.isKnown()
                    ? Outcome.late(String.valueOf(e.getMessage()))
                    : Outcome.refused(String.valueOf(e.getMessage()));
        }
        if (outcome.isDone()) {
            told.addFlashAttribute("outcome", outcome);
            return new ModelAndView("redirect:" + upload.address());
        }
        refuse(actor, String.valueOf(id), "book refused", outcome.message());
        model.addAttribute("refused", outcome.message());
        return new ModelAndView(show(upload, model), model.asMap(), HttpStatusCode.valueOf(outcome.status()));
    }

    @PostMapping("/{id}/discard")
    String discard(Actor actor, @PathVariable long id, RedirectAttributes told) {
        told.addFlashAttribute("outcome", files.discard(actor, id));
        return "redirect:/receipts";
    }

    private ReceiptUpload find(long id) {
        return uploads.find(id)
                .orElseThrow(
                        () -> new NothingFoundException("There is no such file of receipts, or it was discarded."));
    }
}
