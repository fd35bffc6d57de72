package org.plenish.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.DatasetReader;
import org.plenish.engine.io.ImportProblem;
import org.plenish.engine.io.ImportReport;
import org.plenish.engine.io.ImportResult;
import org.plenish.engine.model.Dataset;
import org.plenish.web.run.FileFingerprints;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.OutboundEvent;
import org.plenish.web.shared.Webhooks;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.FileSystemUtils;

/**
 * Datasets that an ERP pushes in. One is unpacked beside its place, checked as every dataset is, and then moved there
 * whole: {@code datasets/<first 16 of its fingerprint>} below the data folder. The same files again are the same dataset.
 */
@Component
class PushedDatasets {

    private static final int SHOWN_OF_FINGERPRINT = 16;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Webhooks webhooks;
    private final Clock clock;
    private final Path folder;
    private final DatasetArchive archive;

    PushedDatasets(
            JdbcClient jdbc,
            AuditTrail audit,
            Webhooks webhooks,
            Clock clock,
            ApiProperties properties,
            @Value("${plenish.data}") Path dataFolder) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.webhooks = webhooks;
        this.clock = clock;
        this.folder = dataFolder.resolve("datasets");
        this.archive = new DatasetArchive(
                properties.datasetPacked().toBytes(),
                properties.datasetUnpacked().toBytes());
    }

    /**
     * What became of a dataset.
     *
     * @param dataset by which it is known from now on
     * @param isNew false if the same files had been pushed before
     * @param problems warnings and notices
     */
    record Pushed(String dataset, boolean isNew, int items, int warehouses, int suppliers, List<String> problems) {}

    /** A dataset that is unpacked and checked, but not yet in its place. */
    record Checked(Path incoming, String fingerprint, Dataset dataset, ImportReport report) {}

    /**
     * Outside of any transaction, as it may take minutes.
     *
     * @throws ApiProblem with all problems if it cannot be planned
     */
    Checked check(InputStream zip) {
        @Nullable Path incoming = null;
        try {
            Files.createDirectories(folder);
            incoming = Files.createTempDirectory(folder, "incoming-");
            archive.unpack(zip, incoming);
            ImportResult result = DatasetReader.read(incoming);
            @Nullable Dataset dataset = result.dataset();
            if (dataset == null) {
                throw new ApiProblem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "The dataset has " + result.report().errors() + " errors; nothing of it was taken over.",
                        sentences(result.report()));
            }
            return new Checked(incoming, FileFingerprints.of(incoming).fingerprint(), dataset, result.report());
        } catch (IOException e) {
            discard(incoming);
            throw new UncheckedIOException("The dataset cannot be stored below " + folder + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            discard(incoming);
            throw e;
        }
    }

    /** Puts it in its place, within the transaction that records it. */
    @Transactional
    Pushed keep(Checked checked, Actor actor) {
        String id = checked.fingerprint().substring(0, SHOWN_OF_FINGERPRINT);
        boolean isNew = jdbc.sql("""
                        INSERT INTO pushed_dataset (fingerprint, folder, pushed_at, pushed_by)
                        VALUES (:fingerprint, :folder, :now, :by) ON CONFLICT DO NOTHING""")
                        .param("fingerprint", checked.fingerprint())
                        .param("folder", id)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("by", actor.userName())
                        .update()
                == 1;
        if (isNew) {
            audit.append(new AuditEntry(actor, "dataset", id, "push", null, checked.fingerprint(), ""));
            webhooks.publish(OutboundEvent.DATASET_PUSHED, Map.of("dataset", id, "fingerprint", checked.fingerprint()));
            place(checked.incoming(), folder.resolve(id));
        }
        return new Pushed(
                id,
                isNew,
                checked.dataset().items().size(),
                checked.dataset().warehouses().size(),
                checked.dataset().suppliers().size(),
                sentences(checked.report()));
    }

    /** A folder that a transaction left behind which then failed has the same files. */
    private static void place(Path incoming, Path target) {
        try {
            FileSystemUtils.deleteRecursively(target);
            Files.move(incoming, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The dataset cannot be moved to " + target + ": " + e.getMessage(), e);
        }
    }

    /** Whatever is left of what was sent. */
    static void discard(@Nullable Path incoming) {
        try {
            FileSystemUtils.deleteRecursively(incoming);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> sentences(ImportReport report) {
        return report.listed().stream().map(ImportProblem::toString).toList();
    }
}
