package org.plenish.web.rulebook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.plenish.rules.BookFiles;
import org.plenish.web.shared.RefusedException;
import org.springframework.http.HttpStatus;

/** Which names and texts a file of a draft may have. */
final class FileRules {

    static final int MOST_BYTES_A_FILE = 1_000_000;
    static final int MOST_FILES = 500;

    private static final int SHOWN_CHARACTERS = 80;
    private static final List<String> ENDINGS = List.of(".drl", ".csv", ".yaml");

    private FileRules() {}

    /** @throws RefusedException if it is no name of a text file of a rule book */
    static void requireName(String fileName) {
        boolean text = ENDINGS.stream().anyMatch(fileName::endsWith);
        // An empty rule file beside it, so that a test file alone is not taken for a book without rules.
        BookFiles one = BookFiles.of(Map.of(fileName, "", "a.drl", ""));
        if (!text || !one.problems().isEmpty()) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, "rulebook.refused.fileName", shown(fileName));
        }
    }

    /**
     * A text as it is kept.
     *
     * @throws RefusedException if it is too long or no text
     */
    static String text(String fileName, String typed) {
        String text = typed.replace("\r\n", "\n").replace('\r', '\n');
        if (text.length() > MOST_BYTES_A_FILE || text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES_A_FILE) {
            throw new RefusedException(
                    HttpStatus.BAD_REQUEST, "rulebook.refused.fileSize", shown(fileName), MOST_BYTES_A_FILE);
        }
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            long line = text.substring(0, zero).chars().filter(c -> c == '\n').count() + 1;
            throw new RefusedException(HttpStatus.BAD_REQUEST, "rulebook.refused.fileText", shown(fileName), line);
        }
        return text;
    }

    /** A name that may be anything, fit for one line of a message. */
    static String shown(String fileName) {
        String start =
                fileName.length() > SHOWN_CHARACTERS ? fileName.substring(0, SHOWN_CHARACTERS) + "..." : fileName;
        return start.replaceAll("\\p{Cntrl}", "?");
    }
}
