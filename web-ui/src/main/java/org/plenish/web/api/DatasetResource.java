package org.plenish.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.DatasetArchive;
import org.plenish.web.shared.DatasetIntake;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes a dataset's files from an ERP, all or none; answers when that is done. */
@RestController
@RequestMapping("/api/v1/datasets")
class DatasetResource {

    private static final String ZIP = "application/zip";

    private final DatasetIntake intake;
    private final Idempotency idempotency;
    private final DatasetArchive archive;
    private final Path folder;

    DatasetResource(
            DatasetIntake intake,
            Idempotency idempotency,
            ApiProperties properties,
            @Value("${plenish.data}") Path dataFolder) {
        this.intake = intake;
        this.idempotency = idempotency;
        this.archive = new DatasetArchive(
                properties.datasetPacked().toBytes(),
                properties.datasetUnpacked().toBytes());
        this.folder = dataFolder.resolve("imports");
    }

    /**
     * What became of a dataset.
     *
     * @param dataset its number
     * @param isNew false if the same files are a dataset already
     * @param problems warnings and notices
     */
    record Pushed(String dataset, boolean isNew, int items, int warehouses, int suppliers, List<String> problems) {}

    @PostMapping
    ResponseEntity<String> push(
            @RequestAttribute(ApiTokenFilter.ACTOR) Actor actor,
            @RequestHeader(name = Idempotency.KEY, required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        Access.require(actor, Role.PLANNER);
        if (!ZIP.equalsIgnoreCase(request.getContentType())) {
            throw new ApiProblem(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Type " + request.getContentType() + " must be " + ZIP + ".");
        }
        DatasetIntake.Checked checked = check(actor, request);
        try {
            if (checked.errors() > 0) {
                throw new ApiProblem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "The dataset has " + checked.errors() + " errors; nothing of it was taken over.",
                        checked.problems());
            }
            return idempotency.once(actor, key, "dataset " + checked.fingerprint(), () -> {
                DatasetIntake.Taken taken = intake.take(actor, checked);
                return ResponseEntity.status(taken.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                        .body(new Pushed(
                                String.valueOf(taken.dataset()),
                                taken.isNew(),
                                taken.items(),
                                taken.warehouses(),
                                taken.suppliers(),
                                checked.problems()));
            });
        } finally {
            intake.discard(actor, checked);
        }
    }

    /** Outside of any transaction, as it may take minutes. */
    private DatasetIntake.Checked check(Actor actor, HttpServletRequest request) throws IOException {
        Files.createDirectories(folder);
        Path incoming = Files.createTempDirectory(folder, "incoming-");
        try {
            archive.unpack(request.getInputStream(), incoming);
            return intake.check(actor, incoming);
        } finally {
            FileSystemUtils.deleteRecursively(incoming);
        }
    }
}
