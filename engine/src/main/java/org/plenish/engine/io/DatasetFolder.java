package org.plenish.engine.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.ImportProblem.Severity;

/** The CSV files of a folder; a table {@code items} is in {@code items.csv} or {@code items.csv.gz}. */
final class DatasetFolder {

    private final Path folder;
    private final CsvFormat format;
    private final Map<String, CsvFormat> formats;
    private final ImportProblems problems;
    private final Set<String> asked = new TreeSet<>();

    /** @param formats of tables that have another than {@code format}, by their names */
    DatasetFolder(Path folder, CsvFormat format, Map<String, CsvFormat> formats, ImportProblems problems) {
        this.folder = folder;
        this.format = format;
        this.formats = formats;
        this.problems = problems;
    }

    boolean has(String name) {
        return Files.exists(folder.resolve(name + ".csv")) || Files.exists(folder.resolve(name + ".csv.gz"));
    }

    /** Reads a file that must be there; false if it was not read whole. */
    boolean readRequired(String name, CsvTable table) {
        if (has(name)) {
            return readOptional(name, table);
        }
        problems.fileError(name + ".csv", "is missing, but a dataset must have it", similar(name));
        return false;
    }

    /** Reads a file if it is there; false if it is and was not read whole. */
    boolean readOptional(String name, CsvTable table) {
        Path plain = folder.resolve(name + ".csv");
        Path compressed = folder.resolve(name + ".csv.gz");
        asked.add(name + ".csv");
        asked.add(name + ".csv.gz");
        if (Files.exists(plain) && Files.exists(compressed)) {
            String requirement = "must not be there beside " + name + ".csv";
            problems.fileError(name + ".csv.gz", requirement, "one of them is a leftover: remove it");
            return false;
        }
        CsvFormat own = formats.getOrDefault(name, format);
        if (Files.exists(plain)) {
            return new CsvFile(plain, own, problems).read(table);
        }
        return !Files.exists(compressed) || new CsvFile(compressed, own, problems).read(table);
    }

    /** Notes the tables that nobody asked for: most are misspelt. Call it when all files have been read. */
    void noteUnknownFiles() {
        for (String file : tableFiles()) {
            if (!asked.contains(file)) {
                problems.add(Severity.NOTICE, file, 0, null, null, "is not known and was left aside", null);
            }
        }
    }

    private @Nullable String similar(String name) {
        return tableFiles().stream()
                .filter(file ->
                        letters(file).startsWith(letters(name)) || letters(name).startsWith(letters(file)))
                .findFirst()
                .map(file -> file + " is meant: rename it")
                .orElse(null);
    }

    private static String letters(String file) {
        return file.toLowerCase(Locale.ROOT).replaceFirst("[.].*", "").replaceAll("[^a-z]|s$", "");
    }

    private Set<String> tableFiles() {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.toLowerCase(Locale.ROOT).matches(".*[.](csv|csv[.]gz|xlsx?)"))
                    .forEach(names::add);
        } catch (IOException e) {
            problems.fileError(String.valueOf(folder.getFileName()), "cannot be listed (" + e + ")", null);
        }
        return names;
    }
}
