package org.plenish.web.dataset.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.CsvFile;
import org.plenish.engine.io.CsvFormat;
import org.plenish.engine.io.CsvHead;
import org.plenish.engine.io.DatasetReader;
import org.plenish.engine.io.DatasetTable;
import org.plenish.engine.io.ImportProblem;
import org.plenish.engine.io.ImportProblems;
import org.plenish.web.shared.Sha256;
import org.springframework.stereotype.Component;

/**
 * Takes files in as they are given: unpacks them, turns their text into UTF-8, reads their headers and guesses what they
 * are. Names become plain file names; bytes are counted as they come out of an archive.
 */
@Component
class UploadReceiver {

    private static final int MOST_FILES = 100;
    private static final int LONGEST_NAME = 80;
    private static final long MOST_BYTES_OF_SETTINGS = 1 << 20;

    private final WorkbookText workbooks;
    private final long mostBytes;
    private final long mostBytesInMemory;

    UploadReceiver(ImportProperties properties) {
        this.mostBytes = properties.unpacked().toBytes();
        this.mostBytesInMemory = properties.shortFile().toBytes();
        this.workbooks = new WorkbookText(properties.workbook().toBytes());
    }

    /**
     * @param guessed whether encodings are recognised and columns guessed by other names than the dataset's; if not,
     *     the files are what a program sends, and taken by their names and as UTF-8
     * @throws ImportRefusedException if one of them cannot be read at all
     * @throws org.plenish.web.shared.ArchiveRefusedException if one of them cannot be unpacked
     */
    List<Upload> receive(List<GivenFile> given, ImportFolder folder, boolean guessed) {
        try {
            UnpackedBytes bytes = new UnpackedBytes(mostBytes);
            List<GivenFile> files = unpacked(given, folder, bytes);
            if (files.isEmpty()) {
                throw new ImportRefusedException("No file was given. Choose one or more files, or a zip of them.");
            }
            List<Upload> uploads = new ArrayList<>();
            for (GivenFile file : files) {
                uploads.add(take(uploads.size() + 1, file, folder, guessed, bytes));
            }
            return withDecimalMark(uploads, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The files cannot be kept below " + folder.root() + ": " + e.getMessage(), e);
        }
    }

    /**
     * The check reads all of it into memory, unless it is one of the long files.
     *
     * @throws ImportRefusedException if it is too long for that
     */
    void requireShort(Upload upload, ImportFolder folder) {
        String target = upload.mapped().target();
        if (target.isEmpty() || StagedRows.LONG_FILES.contains(target + ".csv")) {
            return;
        }
        try {
            long bytes = Files.size(folder.upload(upload.number(), upload.name()));
            if (bytes > mostBytesInMemory) {
                throw new ImportRefusedException(upload.name() + " has " + bytes + " bytes, but "
                        + (upload.isSettings() ? target : target + ".csv") + " may have at most " + mostBytesInMemory
                        + ". Maybe it is another file, or has rows twice; or ask for a higher limit"
                        + " (plenish.import.short-file).");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(upload.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<GivenFile> unpacked(List<GivenFile> given, ImportFolder folder, UnpackedBytes bytes)
            throws IOException {
        List<GivenFile> files = new ArrayList<>();
        for (GivenFile file : given) {
            if (lower(file.name()).endsWith(".zip")) {
                Path into = Files.createDirectories(
                        folder.root().resolve("unpacked").resolve("zip" + files.size()));
                bytes.unpack(file, into);
                Files.delete(file.content());
                try (Stream<Path> paths = Files.list(into)) {
                    paths.sorted()
                            .map(path -> new GivenFile(String.valueOf(path.getFileName()), path))
                            .forEach(files::add);
                }
            } else {
                files.add(file);
            }
            files.removeIf(one -> lower(one.name()).endsWith(".md"));
            if (files.size() > MOST_FILES) {
                throw new ImportRefusedException("There may be " + MOST_FILES + " files, those in archives counted too,"
                        + " but more were given. Leave out what is no dataset's.");
            }
        }
        return files;
    }

    private Upload take(int number, GivenFile given, ImportFolder folder, boolean guessed, UnpackedBytes budget)
            throws IOException {
        String sha256 = Sha256.of(given.content());
        long bytes = Files.size(given.content());
        Path plain = plain(number, given, folder, budget);
        String name = String.valueOf(plain.getFileName());
        TextEncoding encoding = guessed ? TextEncoding.of(plain) : TextEncoding.UTF_8;
        if (encoding != TextEncoding.UTF_8) {
            Path converted = plain.resolveSibling("converted");
            encoding.toUtf8(plain, converted);
            budget.take(Files.size(converted) - Files.size(plain), name);
            Files.move(converted, plain, StandardCopyOption.REPLACE_EXISTING);
        }
        if (lower(name).endsWith(".yaml") || lower(name).endsWith(".yml")) {
            if (Files.size(plain) > MOST_BYTES_OF_SETTINGS) {
                throw new ImportRefusedException(name + " has " + Files.size(plain) + " bytes; settings may have "
                        + MOST_BYTES_OF_SETTINGS + ". Maybe it is another file than it seems.");
            }
            MappedUpload mapped = new MappedUpload(number, Upload.SETTINGS, false, Map.of());
            return new Upload(number, name, sha256, bytes, encoding.label(), "", List.of(), mapped);
        }
        CsvHead head = head(plain, guessed);
        List<String> header = head == null ? List.of() : head.columns();
        String delimiter = head == null ? "" : delimiter(head.delimiter());
        return new Upload(
                number,
                name,
                sha256,
                bytes,
                encoding.label(),
                delimiter,
                header,
                mapping(number, name, header, guessed, delimiter));
    }

    /** The uploaded file without compression, as text, under its plain name. */
    private Path plain(int number, GivenFile given, ImportFolder folder, UnpackedBytes bytes) throws IOException {
        String name = safe(given.name());
        boolean compressed = lower(name).endsWith(".gz");
        boolean workbook = lower(name).endsWith(".xlsx");
        String bare = compressed ? name.substring(0, name.length() - ".gz".length()) : name;
        if (!workbook && !lower(bare).matches(".*[.](csv|tsv|txt|ya?ml)")) {
            throw new ImportRefusedException(name + " must be a .csv, .csv.gz, .tsv, .txt, .xlsx, .yaml or .zip file."
                    + " Maybe it can be saved as CSV UTF-8.");
        }
        Path target = folder.upload(number, workbook ? bare.replaceFirst("(?i)[.]xlsx$", ".csv") : bare);
        Files.createDirectories(target.getParent());
        if (compressed) {
            bytes.gunzip(given, target, name);
        } else if (workbook) {
            workbooks.toCsv(given.content(), name, target, bytes);
        } else {
            bytes.move(given, target, name);
        }
        return target;
    }

    /** Null, where the check will tell what is wrong, for a program; a person is told at once. */
    private static @Nullable CsvHead head(Path file, boolean told) {
        ImportProblems problems = new ImportProblems();
        CsvHead head = new CsvFile(file, CsvFormat.STANDARD, problems).head(0);
        if (head == null && told) {
            throw new ImportRefusedException(problems.report().listed().stream()
                    .map(ImportProblem::toString)
                    .collect(Collectors.joining("\n")));
        }
        return head;
    }

    private static MappedUpload mapping(
            int number, String name, List<String> header, boolean guessed, String delimiter) {
        String target = guessed ? ColumnGuess.target(name, header) : name.replaceFirst("[.]csv$", "");
        Map<String, String> columns = DatasetTable.all().stream()
                .filter(table -> table.name().equals(target))
                .findFirst()
                .map(table -> guessed ? ColumnGuess.columns(table, header) : ColumnGuess.sameNames(table, header))
                .orElse(Map.of());
        boolean decimalMarkIsKnown = !guessed || delimiter.equals(Upload.COMMA);
        return new MappedUpload(number, target, decimalMarkIsKnown ? false : null, columns);
    }

    /** What {@code dataset.yaml} says of numbers holds for the files that come with it, until a person says otherwise. */
    private static List<Upload> withDecimalMark(List<Upload> uploads, ImportFolder folder) throws IOException {
        for (Upload settings : uploads) {
            if (!settings.isSettings()) {
                continue;
            }
            Path alone = Files.createDirectories(folder.root().resolve("settings"));
            Files.copy(
                    folder.upload(settings.number(), settings.name()),
                    alone.resolve(Upload.SETTINGS),
                    StandardCopyOption.REPLACE_EXISTING);
            Optional<Boolean> comma = DatasetReader.findDecimalComma(alone);
            ImportFolder.deleteTree(alone);
            return comma.isEmpty()
                    ? uploads
                    : uploads.stream()
                            .map(upload -> upload.withDecimalComma(comma.get()))
                            .toList();
        }
        return uploads;
    }

    private static String delimiter(char delimiter) {
        return switch (delimiter) {
            case ';' -> "SEMICOLON";
            case '\t' -> "TAB";
            default -> Upload.COMMA;
        };
    }

    /** The last part of a name, of letters, digits and a few signs: it becomes a file's name. */
    static String safe(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[^\\p{L}\\p{N}._ -]", "_").replaceFirst("^[. ]+", "");
        int surplus = plain.length() - LONGEST_NAME;
        return surplus > 0 ? plain.substring(surplus) : plain; // its end tells what it is
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
