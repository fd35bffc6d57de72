package org.plenish.web.export;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Text of orders made to fit the fields of EDI messages. */
final class EdiText {

    private static final Map<Integer, String> LATIN = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'Æ', "AE"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'Œ', "OE"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'Ø', "O"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'Ł', "L"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'Đ', "D"),
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "-"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '‘', "'"),
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""));

    private EdiText() {}

    /** Line breaks, tabs and other control characters become spaces; runs of spaces one. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s\\v\\h]+", " ").strip();
    }

    /** Letters without their accents; what has no such form becomes a question mark. */
    static String ascii(String text) {
        StringBuilder ascii = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKD).codePoints().forEach(character -> {
            if (character < 0x7F) {
                ascii.appendCodePoint(character);
            } else if (Character.getType(character) != Character.NON_SPACING_MARK) {
                ascii.append(LATIN.getOrDefault(character, "?"));
            }
        });
        return ascii.toString();
    }

    /** Cut into pieces of at most {@code length} characters, at most {@code most} of them; the rest is left out. */
    static List<String> pieces(String text, int length, int most) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        while (start < text.length() && pieces.size() < most) {
            int end = Math.min(start + length, text.length());
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces;
    }

    /**
     * A key, which must arrive whole.
     *
     * @throws UnwritableOrderException if it is longer than {@code longest}, or would arrive as another
     */
    static String key(OrderDocument order, String what, String key, String written, int longest) {
        if (!key.equals(written)) {
            throw new UnwritableOrderException("Order " + order.number() + ", " + what + " " + key
                    + " must hold only characters that this format has, but would arrive as " + written
                    + ". Send this order as UBL or PDF.");
        }
        if (written.length() > longest) {
            throw new UnwritableOrderException("Order " + order.number() + ", " + what + " " + key + " must have "
                    + longest + " characters at most in this format, but has " + written.length()
                    + ". Send this order as UBL or PDF.");
        }
        return written;
    }
}
