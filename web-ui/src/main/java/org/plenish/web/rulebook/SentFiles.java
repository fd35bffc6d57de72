package org.plenish.web.rulebook;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plenish.rules.problem.Problem;
import org.plenish.rules.table.Sheet;
import org.plenish.rules.table.Workbook;
import org.plenish.web.shared.RefusedException;
import org.springframework.http.HttpStatus;

/** Files as people send them, as texts: a table in Excel becomes the table that it holds. */
final class SentFiles {

    private static final String EXCEL = ".xlsx";
    private static final String CSV = ".csv";

    private SentFiles() {}

    /** @throws RefusedException if one is no text, no table, or there twice */
    static SortedMap<String, String> texts(SortedMap<String, byte[]> sent) {
        SortedMap<String, String> texts = new TreeMap<>();
        sent.forEach((name, bytes) -> {
            boolean excel = name.endsWith(EXCEL);
            String kept = excel ? name.substring(0, name.length() - EXCEL.length()) + CSV : name;
            if (texts.put(kept, excel ? table(name, bytes) : text(name, bytes)) != null) {
                throw new RefusedException(HttpStatus.BAD_REQUEST, "rulebook.upload.refused.twice", kept);
            }
        });
        return texts;
    }

    private static String table(String name, byte[] bytes) {
        List<Problem> problems = new ArrayList<>();
        Sheet sheet = Workbook.read(FileRules.shown(name), bytes, problems);
        if (!problems.isEmpty()) {
            throw new RefusedException(
                    HttpStatus.BAD_REQUEST,
                    "rulebook.upload.refused.table",
                    problems.get(0).toString().replace('\n', ' '));
        }
        return sheet.toCsv();
    }

    private static String text(String name, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, "rulebook.upload.refused.utf8", FileRules.shown(name));
        }
    }

    /** What a new file begins with, by its ending: what is missing still is told by the check. */
    static String beginning(String name) {
        if (name.endsWith(CSV)) {
            return "match,first\nrule,then ,explain\n";
        }
        return name.endsWith(".drl") ? "// What these rules decide, and why.\n" : "# What these tests show.\nrules:\n";
    }
}
