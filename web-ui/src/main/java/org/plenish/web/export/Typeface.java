package org.plenish.web.export;

import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.FontSelector;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fonts of printed documents, embedded: DejaVu Sans (Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew, Arabic),
 * then those that the installation adds, for the characters that DejaVu has not, such as Chinese. A character that no
 * font has is printed as an empty box.
 */
final class Typeface {

    private static final String FOLDER = "/font/dejavu/2.37.3/";

    private final List<BaseFont> regular;
    private final List<BaseFont> bold;

    /** @param added font files (TrueType), in the order in which they are asked */
    Typeface(List<Path> added) {
        List<BaseFont> others = added.stream().map(Typeface::read).toList();
        this.regular = with(shipped("DejaVuSans.ttf"), others);
        this.bold = with(shipped("DejaVuSans-Bold.ttf"), others);
    }

    Phrase phrase(String text, float size, boolean isBold, Color color) {
        FontSelector selector = new FontSelector();
        for (BaseFont font : isBold ? bold : regular) {
            selector.addFont(new Font(font, size, Font.NORMAL, color));
        }
        return selector.process(text);
    }

    BaseFont regular() {
        return regular.get(0);
    }

    /** Whether a text, or a part of it, is read from right to left. */
    static boolean runsBothWays(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    private static List<BaseFont> with(BaseFont first, List<BaseFont> others) {
        List<BaseFont> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return List.copyOf(all);
    }

    private static BaseFont shipped(String name) {
        try (@Nullable InputStream in = Typeface.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException(FOLDER + name + " is missing on the class path.");
            }
            return font(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BaseFont read(Path file) {
        try {
            return font(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(
                    "plenish.export.fonts: " + file + " must be a TrueType font that can be read (" + e.getMessage()
                            + "). Maybe it is OpenType with another ending; take the .ttf of the same font.",
                    e);
        }
    }

    private static BaseFont font(String name, byte[] bytes) throws IOException {
        return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, bytes, null);
    }
}
