package org.plenish.web.dataset.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.DatasetTable;
import org.plenish.web.dataset.intake.ImportJob.State;
import org.plenish.web.dataset.intake.ImportPages.ProblemRow;
import org.plenish.web.export.Table;
import org.plenish.web.export.TableDownload;
import org.plenish.web.export.TableFormats;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.ArchiveRefusedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Brings a dataset in: upload, map, check, import or discard. */
@Controller
class ImportController {

    /** Without JavaScript the browser itself asks again. */
    private static final int SECONDS_BETWEEN_REFRESHES = 2;

    private static final int JOBS_LISTED = 20;
    private static final Pattern OF_JOB = Pattern.compile("/import/([0-9]+)(/.*)?");

    private static final Table<ProblemRow> PROBLEMS = Table.<ProblemRow>named("problems")
            .word("severity", row -> row.problem().severity().name())
            .text("file", row -> row.problem().file())
            .text("your_file", ProblemRow::yourFile)
            .number("line", row -> row.problem().line())
            .text("column", row -> row.problem().column())
            .text("your_column", ProblemRow::yourColumn)
            .text("value", row -> row.problem().value())
            .text("expected", row -> row.problem().requirement())
            .text("maybe", row -> row.problem().suggestion());

    private final ImportJobs jobs;
    private final ImportJobStore store;
    private final ImportPages pages;
    private final ImportFolders folders;
    private final DatasetStore datasets;
    private final TableDownload download;

    ImportController(
            ImportJobs jobs,
            ImportJobStore store,
            ImportPages pages,
            ImportFolders folders,
            DatasetStore datasets,
            TableDownload download) {
        this.jobs = jobs;
        this.store = store;
        this.pages = pages;
        this.folders = folders;
        this.datasets = datasets;
        this.download = download;
    }

    @GetMapping("/import")
    String imports(Model model) {
        model.addAttribute("bases", pages.bases());
        model.addAttribute("jobs", store.latest(JOBS_LISTED));
        return "dataset/imports";
    }

    /** @param base a dataset's number, {@code SAMPLE}, or {@code NOTHING} */
    @PostMapping("/import")
    String start(
            Actor actor,
            @RequestParam(required = false) List<MultipartFile> files,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "NOTHING") String base)
            throws IOException {
        ImportFolder incoming = folders.incoming();
        try {
            List<GivenFile> given = new ArrayList<>();
            for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
                String fileName =
                        Optional.ofNullable(file.getOriginalFilename()).orElse("");
                if (!fileName.isBlank()) {
                    GivenFile next = new GivenFile(fileName, incoming.root().resolve("given" + given.size()));
                    file.transferTo(next.content().toAbsolutePath());
                    given.add(next);
                }
            }
            return page(jobs.start(actor, given, name, base(base)));
        } finally {
            incoming.delete();
        }
    }

    private static ImportBase base(String base) {
        if (base.matches("[0-9]{1,18}")) {
            return ImportBase.dataset(Long.parseLong(base));
        }
        return switch (base) {
            case "NOTHING" -> ImportBase.NOTHING;
            case "SAMPLE" -> ImportBase.SAMPLE;
            default -> throw new ImportRefusedException("There is no dataset " + base + ". Choose one that is listed.");
        };
    }

    @GetMapping("/import/{id}")
    String job(
            @PathVariable long id,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx) {
        ImportJob job = jobs.get(id);
        model.addAttribute("job", job);
        switch (job.state()) {
            case MAPPING -> {
                model.addAttribute("files", pages.mapping(id));
                model.addAttribute("tables", DatasetTable.all());
                model.addAttribute("before", store.importedBefore(job).orElse(null));
            }
            case CHECKING, IMPORTING -> model.addAttribute("refreshSeconds", SECONDS_BETWEEN_REFRESHES);
            case CHECKED -> {
                int lastPage = lastPage(job);
                int shown = Math.max(1, Math.min(page, lastPage));
                model.addAttribute("problems", pages.problems(id, shown));
                model.addAttribute("page", shown);
                model.addAttribute("lastPage", lastPage);
                model.addAttribute("changes", store.files(id));
                model.addAttribute("given", pages.given(id));
                model.addAttribute(
                        "known",
                        Optional.ofNullable(job.fingerprint())
                                .flatMap(datasets::find)
                                .orElse(null));
            }
            case IMPORTED, DISCARDED -> {}
        }
        return htmx ? "dataset/import :: state" : "dataset/import";
    }

    private static int lastPage(ImportJob job) {
        long listed = Math.min(1_000, job.errors() + job.warnings() + job.notices());
        return (int) Math.max(1, (listed + ImportPages.PROBLEMS_A_PAGE - 1) / ImportPages.PROBLEMS_A_PAGE);
    }

    @GetMapping("/import/{id}/problems.{format:csv|xlsx}")
    void problems(@PathVariable long id, @PathVariable String format, HttpServletResponse response) {
        jobs.get(id);
        download.send(
                "import-" + id + "-problems", PROBLEMS, () -> pages.allProblems(id), TableFormats.of(format), response);
    }

    /** Notes what the files mean, and shows the page again. */
    @PostMapping("/import/{id}/map")
    String map(Actor actor, @PathVariable long id, @RequestParam Map<String, String> form) {
        requireOfPeople(id);
        jobs.map(actor, id, mapping(id, form));
        return page(id);
    }

    /** Checks, if it is known of all files what they mean; if not, the page says what is missing. */
    @PostMapping("/import/{id}/check")
    String check(Actor actor, @PathVariable long id, @RequestParam Map<String, String> form) {
        requireOfPeople(id);
        List<Upload> before = store.uploads(id);
        List<MappedUpload> mapping = mapping(id, form);
        jobs.map(actor, id, mapping);
        boolean sameFiles = before.stream()
                .map(upload -> upload.mapped().target())
                .toList()
                .equals(mapping.stream().map(MappedUpload::target).toList());
        boolean complete = pages.mapping(id).stream().allMatch(ImportPages.FileMapping::isComplete);
        if (sameFiles && complete) {
            jobs.check(actor, id);
        }
        return page(id);
    }

    /** What the form says of each file; of a file that is to be another now, the columns are guessed anew. */
    private List<MappedUpload> mapping(long id, Map<String, String> form) {
        jobs.get(id);
        List<MappedUpload> mapping = new ArrayList<>();
        for (Upload upload : store.uploads(id)) {
            int number = upload.number();
            String target =
                    form.getOrDefault("target-" + number, upload.mapped().target());
            @Nullable Boolean comma = decimalComma(form.get("decimal-" + number), upload);
            Map<String, String> columns = new TreeMap<>();
            for (DatasetTable table : ImportPages.table(target)) {
                if (!target.equals(upload.mapped().target())) {
                    columns.putAll(ColumnGuess.columns(table, upload.header()));
                    continue;
                }
                table.columns().forEach(column -> {
                    String given = form.getOrDefault(
                            "column-" + number + "-" + column.name(),
                            upload.mapped().columns().getOrDefault(column.name(), ""));
                    if (upload.header().contains(given) && !given.isEmpty()) {
                        columns.put(column.name(), given);
                    }
                });
            }
            mapping.add(new MappedUpload(number, target, comma, columns));
        }
        return mapping;
    }

    /** A file that the page does not ask for keeps what is known of it. */
    private static @Nullable Boolean decimalComma(@Nullable String said, Upload upload) {
        return said == null ? upload.mapped().decimalComma() : said.isEmpty() ? null : said.equals("COMMA");
    }

    @PostMapping("/import/{id}/cancel")
    String cancel(Actor actor, @PathVariable long id) {
        requireOfPeople(id);
        jobs.cancel(actor, id);
        return page(id);
    }

    @PostMapping("/import/{id}/commit")
    String commit(Actor actor, @PathVariable long id) {
        requireOfPeople(id);
        jobs.commit(actor, id);
        return page(id);
    }

    /** Back to the mapping of a job that was checked. */
    @PostMapping("/import/{id}/remap")
    String remap(Actor actor, @PathVariable long id) {
        requireOfPeople(id);
        if (jobs.get(id).state() == State.CHECKED) {
            jobs.map(actor, id, store.uploads(id).stream().map(Upload::mapped).toList());
        }
        return page(id);
    }

    @PostMapping("/import/{id}/discard")
    String discard(Actor actor, @PathVariable long id) {
        requireOfPeople(id);
        jobs.discard(actor, id);
        return "redirect:/import";
    }

    /** What a program sends goes on with its answer to the program; a person in between would take it away. */
    private void requireOfPeople(long id) {
        if (jobs.get(id).isPushed()) {
            throw new ImportRefusedException(
                    "Another program sends this dataset, and it is imported or dropped without anybody's help.");
        }
    }

    private static String page(long id) {
        return "redirect:/import/" + id;
    }

    @ExceptionHandler({ImportRefusedException.class, ArchiveRefusedException.class})
    String refused(RuntimeException refused, HttpServletRequest request, RedirectAttributes next) {
        next.addFlashAttribute("refused", String.valueOf(refused.getMessage()));
        Matcher path = OF_JOB.matcher(request.getRequestURI());
        return path.matches() ? "redirect:/import/" + path.group(1) : "redirect:/import";
    }
}
