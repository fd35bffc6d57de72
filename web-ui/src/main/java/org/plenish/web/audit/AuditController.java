package org.plenish.web.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plenish.web.export.Table;
import org.plenish.web.export.TableDownload;
import org.plenish.web.export.TableFormat;
import org.plenish.web.export.TableFormats;
import org.plenish.web.shared.NothingFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The log for auditors: filtered, as a file, entry by entry, and all of one order down to what it was planned from. */
@Controller
class AuditController {

    /** With the hashes, so that a file of the whole log can be checked by itself. */
    private static final Table<StoredEntry> TABLE = Table.<StoredEntry>named("audit")
            .number("number", StoredEntry::number)
            .number("form", StoredEntry::form)
            .text("at", StoredEntry::time)
            .text("user_name", StoredEntry::userName)
            .text("roles", StoredEntry::roles)
            .text("origin", StoredEntry::origin)
            .text("subject_kind", StoredEntry::subjectKind)
            .text("subject", StoredEntry::subject)
            .text("action", StoredEntry::action)
            .text("before", StoredEntry::before)
            .text("after", StoredEntry::after)
            .text("reason", StoredEntry::reason)
            .text("previous_hash", StoredEntry::previousHash)
            .text("hash", StoredEntry::hash);

    private static final List<TableFormat> FORMATS =
            Stream.concat(TableFormats.ALL.stream(), Stream.of(new JsonLines())).toList();

    private final AuditQueries queries;
    private final TableDownload download;

    AuditController(AuditQueries queries, TableDownload download) {
        this.queries = queries;
        this.download = download;
    }

    @GetMapping("/audit")
    String entries(@ModelAttribute("filter") AuditFilter filter, Model model) {
        model.addAttribute("head", queries.findHead().orElse(null));
        model.addAttribute("page", queries.page(filter));
        model.addAttribute("people", queries.people());
        model.addAttribute("kinds", queries.kinds());
        return "audit/audit";
    }

    @GetMapping("/audit.{extension}")
    void file(
            @ModelAttribute("filter") AuditFilter filter,
            @PathVariable String extension,
            HttpServletResponse response) {
        TableFormat format = FORMATS.stream()
                .filter(one -> one.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> new NothingFoundException("The audit log can be had as "
                        + FORMATS.stream().map(TableFormat::extension).collect(Collectors.joining(", "))
                        + ", but not as " + extension + "."));
        download.send("audit", TABLE, () -> queries.stream(download::sql, filter), format, response);
    }

    @GetMapping("/audit/{number}")
    String entry(@PathVariable long number, Model model) {
        model.addAttribute(
                "row",
                queries.findEntry(number)
                        .orElseThrow(() -> new NothingFoundException("The audit log has no entry " + number + ".")));
        return "audit/entry";
    }

    @GetMapping("/audit/orders/{number}")
    String order(@PathVariable String number, Model model) {
        List<AuditRow> story = queries.storyOf(number);
        List<RecordedRun> runs = queries.runsBehind(number);
        if (story.isEmpty() && runs.isEmpty()) {
            throw new NothingFoundException("Neither the audit log nor any plan has an order " + number + ".");
        }
        model.addAttribute("number", number);
        model.addAttribute("story", story);
        model.addAttribute(
                "approvals",
                story.stream().filter(AuditRow::isApproval).map(this::approval).toList());
        model.addAttribute("runs", runs);
        return "audit/order";
    }

    @GetMapping("/audit/runs/{id}")
    String run(@PathVariable long id, Model model) {
        model.addAttribute(
                "run",
                queries.findRun(id)
                        .orElseThrow(() -> new NothingFoundException("No plan of a run " + id + " is kept.")));
        return "audit/run";
    }

    private Approval approval(AuditRow row) {
        return new Approval(row, queries.findRunShownAt(row.entry().at()).orElse(null));
    }
}
