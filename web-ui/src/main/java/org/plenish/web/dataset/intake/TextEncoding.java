package org.plenish.web.dataset.intake;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a given file's text is written in bytes. What the file itself tells is believed: a byte order mark of UTF-16, or
 * bytes that are UTF-8 throughout. Anything else is taken for Windows-1252, which the pages say, so that a person looks
 * at the names.
 */
enum TextEncoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    UTF_16("UTF-16", StandardCharsets.UTF_16),
    WINDOWS_1252("Windows-1252", Charset.forName("windows-1252"));

    private static final int CHUNK = 1 << 16;

    private final String label;
    private final Charset charset;

    TextEncoding(String label, Charset charset) {
        this.label = label;
        this.charset = charset;
    }

    String label() {
        return label;
    }

    static TextEncoding of(Path file) throws IOException {
        if (startsWith(file, 0xff, 0xfe) || startsWith(file, 0xfe, 0xff)) {
            return UTF_16;
        }
        // An archive is no text in any encoding: whoever reads it says so better than a decoder.
        if (startsWith(file, 'P', 'K') || startsWith(file, 0x1f, 0x8b)) {
            return UTF_8;
        }
        return decodes(file, UTF_8) || !decodes(file, WINDOWS_1252) ? UTF_8 : WINDOWS_1252;
    }

    /** Writes the text of {@code file}, which is in this encoding, as UTF-8. */
    void toUtf8(Path file, Path target) throws IOException {
        try (Reader in = reader(file, this);
                Writer out = new BufferedWriter(
                        new OutputStreamWriter(Files.newOutputStream(target), StandardCharsets.UTF_8), CHUNK)) {
            in.transferTo(out);
        }
    }

    private static boolean decodes(Path file, TextEncoding encoding) throws IOException {
        try (Reader in = reader(file, encoding)) {
            in.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Reader reader(Path file, TextEncoding encoding) throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        Files.newInputStream(file),
                        encoding.charset
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                CHUNK);
    }

    private static boolean startsWith(Path file, int first, int second) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == first && in.read() == second;
        }
    }
}
