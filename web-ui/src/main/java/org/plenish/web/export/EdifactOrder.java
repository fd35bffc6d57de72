package org.plenish.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * UN/EDIFACT ORDERS, directory D.01B, in an interchange of its own: in Latin-1 ({@code UNOC}, syntax 3) where that holds
 * all texts, otherwise in UTF-8 ({@code UNOY}, syntax 4). A proposal is marked as a test; a later revision replaces what
 * came before (BGM 1225 {@code 5}). Delimiters within a text are released by a question mark.
 *
 * <p>Source: UN/EDIFACT directory D.01B, ORDERS; ISO 9735 (syntax 3) and ISO 9735-1 (syntax 4).
 */
final class EdifactOrder implements OrderFormat {

    private static final String MESSAGE = "1";
    private static final int LONGEST_KEY = 35;
    private static final int NAME_PIECE = 35;
    private static final int NAME_PIECES = 5;
    private static final int DESCRIPTION_PIECE = 256;
    private static final int DESCRIPTIONS = 99;
    private static final int NOTE_PIECE = 512;
    private static final int NOTE_PIECES = 5;

    /** How the interchange is written down; in syntax 4 an asterisk separates repetitions, and dates have a century. */
    private enum Syntax {
        LATIN("UNOC", "3", StandardCharsets.ISO_8859_1, "yyMMdd", ' '),
        UNICODE("UNOY", "4", StandardCharsets.UTF_8, "yyyyMMdd", '*');

        private final String identifier;
        private final String version;
        private final Charset charset;
        private final String date;
        private final char repetition;

        Syntax(String identifier, String version, Charset charset, String date, char repetition) {
            this.identifier = identifier;
            this.version = version;
            this.charset = charset;
            this.date = date;
            this.repetition = repetition;
        }

        private String escape(String value) {
            String delimiters = "?:+'" + (repetition == ' ' ? "" : repetition);
            StringBuilder escaped = new StringBuilder(value.length() + 4);
            for (int i = 0; i < value.length(); i++) {
                if (delimiters.indexOf(value.charAt(i)) >= 0) {
                    escaped.append('?');
                }
                escaped.append(value.charAt(i));
            }
            return escaped.toString();
        }
    }

    private final Interchange interchange;

    EdifactOrder(Interchange interchange) {
        this.interchange = interchange;
    }

    @Override
    public String name() {
        return "edifact";
    }

    @Override
    public String extension() {
        return "edi";
    }

    @Override
    public String mediaType() {
        return "application/edifact";
    }

    @Override
    public boolean isForPrograms() {
        return true;
    }

    @Override
    public void write(OrderDocument order, OutputStream out) throws IOException {
        int number = interchange.numbers().getAsInt();
        String latin = interchange(order, Syntax.LATIN, number);
        if (Syntax.LATIN.charset.newEncoder().canEncode(latin)) {
            out.write(latin.getBytes(Syntax.LATIN.charset));
        } else {
            out.write(interchange(order, Syntax.UNICODE, number).getBytes(Syntax.UNICODE.charset));
        }
    }

    private String interchange(OrderDocument order, Syntax syntax, int number) {
        LocalDateTime now = interchange.now();
        Segments whole = new Segments('+', ':', '\'', syntax::escape);
        whole.raw("UNA:+.?" + syntax.repetition + "'");
        List<Object> head = new ArrayList<>(List.of(
                List.of(syntax.identifier, syntax.version),
                List.of(key(order, "sender", interchange.sender())),
                List.of(key(
                        order,
                        "receiver",
                        interchange.receiver().apply(order.supplier().id()))),
                List.of(
                        now.format(DateTimeFormatter.ofPattern(syntax.date)),
                        now.format(DateTimeFormatter.ofPattern("HHmm"))),
                Integer.toString(number),
                "",
                "ORDERS"));
        if (!order.binding()) {
            head.addAll(List.of("", "", "", "1")); // the test indicator
        }
        whole.add("UNB", head.toArray());
        Segments message = new Segments('+', ':', '\'', syntax::escape);
        message(order, message);
        whole.raw(message.toString());
        whole.add("UNZ", "1", Integer.toString(number));
        return whole.toString();
    }

    private static void message(OrderDocument order, Segments message) {
        message.add("UNH", MESSAGE, List.of("ORDERS", "D", "01B", "UN"));
        message.add("BGM", "220", key(order, "number", order.number()), order.revision() > 1 ? "5" : "9");
        message.add("DTM", List.of("137", date(order.orderDate()), "102")); // date of the document
        message.add("DTM", List.of("2", date(order.lastDue()), "102")); // delivery requested
        party(message, order, "BY", order.buyer());
        party(message, order, "SU", order.supplier());
        party(message, order, "DP", order.shipTo());
        message.add("CUX", List.of("2", key(order, "currency", order.currency(), 3), "9"));
        for (OrderDocument.Line line : order.lines()) {
            line(message, order, line);
        }
        message.add("UNS", "S");
        message.add("MOA", List.of("79", number(order.total()))); // total of the lines
        message.add("CNT", List.of("2", Integer.toString(order.lines().size()))); // number of lines
        message.add("UNT", Integer.toString(message.count() + 1), MESSAGE);
    }

    private static void party(Segments message, OrderDocument order, String role, Party party) {
        message.add(
                "NAD",
                role,
                List.of(key(order, "party", party.id()), "", "92"), // assigned by the buyer
                "",
                EdiText.pieces(EdiText.plain(party.name()), NAME_PIECE, NAME_PIECES));
    }

    private static void line(Segments message, OrderDocument order, OrderDocument.Line line) {
        message.add("LIN", Integer.toString(line.number()), "", List.of(key(order, "item", line.item()), "IN"));
        List<String> description =
                EdiText.pieces(EdiText.plain(line.description()), DESCRIPTION_PIECE, 2 * DESCRIPTIONS);
        for (int i = 0; i < description.size(); i += 2) {
            String second = i + 1 < description.size() ? description.get(i + 1) : "";
            message.add("IMD", "F", "", List.of("", "", "", description.get(i), second));
        }
        message.add(
                "QTY",
                List.of(
                        "21",
                        Integer.toString(line.quantityUnits()),
                        UnitCode.of(line.unit()).edifact()));
        message.add("DTM", List.of("2", date(line.dueDate()), "102"));
        message.add("MOA", List.of("203", number(line.amount())));
        List<String> note = EdiText.pieces(EdiText.plain(line.note()), NOTE_PIECE, NOTE_PIECES);
        if (!note.isEmpty()) {
            message.add("FTX", "AAI", "", "", note);
        }
        message.add("PRI", List.of("AAA", number(line.unitPrice()))); // net
    }

    private static String key(OrderDocument order, String what, String key) {
        return key(order, what, key, LONGEST_KEY);
    }

    private static String key(OrderDocument order, String what, String key, int longest) {
        return EdiText.key(order, what, key, EdiText.plain(key), longest);
    }

    private static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String date(LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
