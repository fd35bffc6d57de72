package org.plenish.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plenish.rules.problem.Problem;

/**
 * The files of a rule book: {@code .drl}, {@code .csv} and {@code .xlsx} with rules, and {@code tests/*.yaml}. Other files are
 * left alone. Names and sizes are checked here, before anything is read.
 *
 * @param bytesByName relative to the book's folder, with {@code /}
 */
public record BookFiles(SortedMap<String, byte[]> bytesByName, List<Problem> problems) {

    /** Some ten thousand rows. */
    static final int MOST_BYTES_A_FILE = 2_000_000;

    private static final int MOST_FILES = 500;
    private static final int LONGEST_NAME = 200;

    /** Letters of any script, digits and a few signs: nothing that leads out of the folder or means something to a shell. */
    private static final Pattern NAME = Pattern.compile("(?:[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._()+&,-]*(?<![ .])/)*"
            + "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._()+&,-]*\\.(?:drl|csv|xlsx|yaml)");

    /** What its author must have taken for a file of the book. */
    private static final Pattern LIKELY_ENDING = Pattern.compile("(?i).*\\.(?:drl|csv|xlsx|xls|yaml)");

    /** Names that are devices on Windows, whatever follows their first point. */
    private static final Pattern DEVICE = Pattern.compile("(?:CON|PRN|AUX|NUL|COM\\d|LPT\\d) *(?:\\..*)?");

    /** The book that comes with the product, in {@code src/main/resources/rulebook}. */
    static final List<String> STANDARD = List.of(
            "classification.drl",
            "exceptions-of-stock.csv",
            "exceptions-of-supply.csv",
            "exceptions-shortages.csv",
            "forecast-methods.csv",
            "lifecycle-actions.csv",
            "lifecycle.csv",
            "obsolescence.csv",
            "order-sizing.csv",
            "provisions.csv",
            "reorder-policy.csv",
            "review.csv",
            "safety-stock.drl",
            "seasonal-build.csv",
            "service-override.drl",
            "service-targets.csv",
            "stop-buy.drl",
            "tests/articles.yaml",
            "tests/classification.yaml",
            "tests/exceptions.yaml",
            "tests/forecast-methods.yaml",
            "tests/lifecycle.yaml",
            "tests/obsolescence.yaml",
            "tests/ordering.yaml",
            "tests/safety-stock.yaml",
            "tests/service.yaml");

    public BookFiles {
        bytesByName = Collections.unmodifiableSortedMap(bytesByName);
        problems = List.copyOf(problems);
    }

    /** Text of each file, in any order. */
    public static BookFiles of(Map<String, String> textByName) {
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        textByName.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return checked(bytes);
    }

    /** Those of the book that comes with the product. */
    public static BookFiles standard() {
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        for (String file : STANDARD) {
            try (InputStream in = RuleBook.class.getResourceAsStream("/rulebook/" + file)) {
                if (in == null) {
                    throw new IllegalStateException("rulebook/" + file + " must be on the class path, but is not.");
                }
                bytes.put(file, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return checked(bytes);
    }

    /**
     * All in and below a folder. Links are not followed.
     *
     * @throws UncheckedIOException if a file cannot be read
     */
    public static BookFiles in(Path folder) {
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(path -> !path.equals(folder)).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (!isOfBook(name)) {
                    continue;
                }
                if (Files.isSymbolicLink(path)) {
                    problems.add(new Problem(
                            shown(name), 0, 0, "is a link.", "Copy the file that it leads to into the folder."));
                } else if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    continue;
                } else if (Files.size(path) > MOST_BYTES_A_FILE) {
                    problems.add(tooLarge(name));
                } else {
                    bytes.put(name, Files.readAllBytes(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        BookFiles files = checked(bytes);
        problems.addAll(files.problems);
        return new BookFiles(files.bytesByName, problems);
    }

    /** Locks and shadows that programs lay beside the files they have open are left alone. */
    private static boolean isOfBook(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        boolean ending = LIKELY_ENDING.matcher(last).matches() || (name.startsWith("tests/") && last.endsWith(".yml"));
        return !last.startsWith("~$") && !last.startsWith("._") && (isTests(name) || ending);
    }

    static boolean isRules(String name) {
        return name.endsWith(".drl") || isTable(name);
    }

    static boolean isTable(String name) {
        return name.endsWith(".csv") || name.endsWith(".xlsx");
    }

    public static boolean isTests(String name) {
        return name.startsWith("tests/") && name.endsWith(".yaml");
    }

    /** The book with some files in the place of those of the same names, or added to it. */
    public BookFiles with(Map<String, byte[]> files) {
        SortedMap<String, byte[]> all = new TreeMap<>(bytesByName);
        all.putAll(files);
        BookFiles changed = checked(all);
        List<Problem> found = new ArrayList<>(problems);
        found.addAll(changed.problems);
        return new BookFiles(changed.bytesByName, found);
    }

    private static BookFiles checked(SortedMap<String, byte[]> bytesByName) {
        List<Problem> problems = new ArrayList<>();
        SortedMap<String, byte[]> good = new TreeMap<>();
        bytesByName.forEach((name, bytes) -> {
            if (!isName(name) || !(isRules(name) || isTests(name))) {
                problems.add(new Problem(
                        shown(name),
                        0,
                        0,
                        "is no name for a file of a rule book.",
                        "Use letters, digits, points and hyphens, such as service-targets.csv or tests/service.yaml."));
            } else if (bytes.length > MOST_BYTES_A_FILE) {
                problems.add(tooLarge(name));
            } else {
                good.put(name, bytes);
            }
        });
        if (good.keySet().stream().noneMatch(BookFiles::isRules) && problems.isEmpty()) {
            problems.add(new Problem(
                    "rule book", 0, 0, "has no .drl, .csv or .xlsx file.", "Start from a copy of the standard book."));
        }
        if (good.size() > MOST_FILES) {
            problems.add(new Problem(
                    "rule book",
                    0,
                    0,
                    "has more than " + MOST_FILES + " files.",
                    "Put rules together in fewer files."));
        }
        return new BookFiles(good, problems);
    }

    private static boolean isName(String name) {
        return name.length() <= LONGEST_NAME
                && NAME.matcher(name).matches()
                && Stream.of(name.split("/", -1))
                        .noneMatch(part ->
                                DEVICE.matcher(part.toUpperCase(Locale.ROOT)).matches());
    }

    /** A name that may be anything, fit for one line of a message. */
    private static String shown(String name) {
        String start = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name;
        return start.replaceAll("\\p{Cntrl}", "?");
    }

    private static Problem tooLarge(String name) {
        return new Problem(
                shown(name), 0, 0, "has more than " + MOST_BYTES_A_FILE + " bytes.", "Split it into several files.");
    }

    /** @param problems to be added to if it is no text */
    public String text(String name, List<Problem> problems) {
        byte[] bytes = java.util.Objects.requireNonNull(bytesByName.get(name));
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            int zero = text.indexOf('\0');
            if (zero >= 0) {
                int line = (int) text.substring(0, zero)
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                        + 1;
                problems.add(new Problem(name, line, 0, "holds a zero byte, so it is no text.", "Save it as text."));
            }
            return text;
        } catch (CharacterCodingException e) {
            problems.add(new Problem(name, 0, 0, "is not written in UTF-8.", "Save it as UTF-8 text."));
            return "";
        }
    }
}
