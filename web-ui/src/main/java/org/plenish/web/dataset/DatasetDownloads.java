package org.plenish.web.dataset;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.plenish.web.export.TableDownload;
import org.plenish.web.run.SampleFiles;
import org.plenish.web.shared.NothingFoundException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Hands the files of datasets out: all of them as a zip, to the byte what was brought in; or a table for a spreadsheet.
 * They are written beside first, so that what is damaged is told before anything is sent, and no connection of the
 * database waits for a slow reader.
 */
@Controller
class DatasetDownloads {

    private static final String ZIP = "application/zip";

    private final DatasetQueries queries;
    private final DatasetDesk desk;
    private final DatasetFolderWriter writer;

    DatasetDownloads(DatasetQueries queries, DatasetDesk desk, DatasetFolderWriter writer) {
        this.queries = queries;
        this.desk = desk;
        this.writer = writer;
    }

    /** Something done with a folder that is gone afterwards. */
    @FunctionalInterface
    private interface Work {
        void in(Path folder) throws IOException;
    }

    @GetMapping("/datasets/sample/files.zip")
    void sample(HttpServletResponse response) throws IOException {
        inFolder(folder -> {
            SampleFiles.copyTo(folder);
            sendZip(folder, "plenish-sample.zip", response);
        });
    }

    @GetMapping("/datasets/{id}/files.zip")
    @Nullable
    String zip(@PathVariable long id, HttpServletResponse response, Model model) throws IOException {
        StoredDataset dataset = desk.find(id);
        return tellingDamage(dataset, response, model, folder -> {
            for (StoredFile file : queries.files(id)) {
                writer.write(dataset.name(), file, folder);
            }
            sendZip(folder, "dataset-" + id + ".zip", response);
        });
    }

    @GetMapping("/datasets/{id}/files/{name}")
    @Nullable
    String file(@PathVariable long id, @PathVariable String name, HttpServletResponse response, Model model)
            throws IOException {
        StoredDataset dataset = desk.find(id);
        StoredFile stored = queries.findFile(id, name)
                .orElseThrow(() ->
                        new NothingFoundException("The dataset “" + dataset.name() + "” has no file " + name + "."));
        return tellingDamage(dataset, response, model, folder -> {
            Path file = writer.write(dataset.name(), stored, folder);
            TableDownload.attach(
                    response,
                    stored.name(),
                    stored.isTable() ? "text/csv;charset=UTF-8" : "application/yaml;charset=UTF-8");
            OutputStream out = response.getOutputStream();
            if (stored.isTable()) {
                SpreadsheetCopy.write(file, out);
            } else {
                Files.copy(file, out);
            }
            out.flush();
        });
    }

    /** @return the page that tells of the damage; null: the file was sent */
    private static @Nullable String tellingDamage(
            StoredDataset dataset, HttpServletResponse response, Model model, Work work) throws IOException {
        try {
            inFolder(work);
            return null;
        } catch (DamagedDatasetException damaged) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("dataset", dataset);
            model.addAttribute("message", damaged.getMessage());
            return "dataset/damaged";
        }
    }

    private static void inFolder(Work work) throws IOException {
        Path folder = Files.createTempDirectory("plenish-export");
        try {
            work.in(folder);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void sendZip(Path folder, String name, HttpServletResponse response) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.sorted().toList();
        }
        TableDownload.attach(response, name, ZIP);
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(response.getOutputStream()));
        for (Path file : files) {
            zip.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
            Files.copy(file, zip);
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }
}
