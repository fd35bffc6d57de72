package org.plenish.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * ANSI ASC X12 transaction set 850, version 005010, in an interchange of its own. A proposal goes as test data (ISA15
 * {@code T}); a later revision replaces what came before (BEG01 {@code 05}).
 *
 * <p>X12 has no release character and its basic characters are ASCII: delimiters within a text become spaces, accents are
 * dropped, other scripts become question marks. A key must arrive whole, so an order with one that would not is refused.
 *
 * <p>Source: ASC X12 005010, 850 Purchase Order; X12.5 and X12.6 for the envelopes.
 */
final class X12Order implements OrderFormat {

    private static final String DELIMITERS = "*~>^";
    private static final int LONGEST_PARTNER = 15;
    private static final int LONGEST_ORDER = 22;
    private static final int LONGEST_ITEM = 48;
    private static final int LONGEST_PARTY = 80;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_DESCRIPTION = 80;
    private static final int LONGEST_MESSAGE = 264;
    private static final int MOST_PIECES = 200;
    private static final String SET_CONTROL_NUMBER = "0001";

    private final Interchange interchange;

    X12Order(Interchange interchange) {
        this.interchange = interchange;
    }

    @Override
    public String name() {
        return "x12";
    }

    @Override
    public String extension() {
        return "x12";
    }

    @Override
    public String mediaType() {
        return "application/edi-x12";
    }

    @Override
    public boolean isForPrograms() {
        return true;
    }

    @Override
    public void write(OrderDocument order, OutputStream out) throws IOException {
        String sender = key(order, "sender", interchange.sender(), LONGEST_PARTNER);
        String receiver = key(
                order, "receiver", interchange.receiver().apply(order.supplier().id()), LONGEST_PARTNER);
        int number = interchange.numbers().getAsInt();
        LocalDateTime now = interchange.now();
        Segments set = set(order);
        Segments whole = segments();
        whole.raw("ISA*00*          *00*          *ZZ*%-15s*ZZ*%-15s*%s*%s*^*00501*%09d*0*%s*>~"
                .formatted(
                        sender,
                        receiver,
                        now.format(DateTimeFormatter.ofPattern("yyMMdd")),
                        now.format(DateTimeFormatter.ofPattern("HHmm")),
                        number,
                        order.binding() ? "P" : "T"));
        whole.add(
                "GS",
                "PO",
                sender,
                receiver,
                date(now.toLocalDate()),
                now.format(DateTimeFormatter.ofPattern("HHmm")),
                Integer.toString(number),
                "X",
                "005010");
        whole.raw(set.toString());
        whole.add("GE", "1", Integer.toString(number));
        whole.add("IEA", "1", "%09d".formatted(number));
        out.write(whole.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static Segments set(OrderDocument order) {
        Segments set = segments();
        set.add("ST", "850", SET_CONTROL_NUMBER);
        set.add(
                "BEG",
                order.revision() > 1 ? "05" : "00",
                "SA",
                key(order, "number", order.number(), LONGEST_ORDER),
                "",
                date(order.orderDate()));
        set.add("CUR", "BY", key(order, "currency", order.currency(), 3));
        set.add("DTM", "002", date(order.lastDue()));
        party(set, order, "BY", order.buyer());
        party(set, order, "SU", order.supplier());
        party(set, order, "ST", order.shipTo());
        for (OrderDocument.Line line : order.lines()) {
            line(set, order, line);
        }
        set.add("CTT", Integer.toString(order.lines().size()));
        set.add("AMT", "TT", number(order.total()));
        set.add("SE", Integer.toString(set.count() + 1), SET_CONTROL_NUMBER);
        return set;
    }

    private static void party(Segments set, OrderDocument order, String role, Party party) {
        String name = cut(party.name(), LONGEST_NAME);
        set.add(
                "N1",
                role,
                name.isEmpty() ? cut(party.id(), LONGEST_NAME) : name,
                "92", // assigned by the buyer
                "%-2s".formatted(key(order, "party", party.id(), LONGEST_PARTY))); // the element's shortest is 2
    }

    private static void line(Segments set, OrderDocument order, OrderDocument.Line line) {
        set.add(
                "PO1",
                Integer.toString(line.number()),
                Integer.toString(line.quantityUnits()),
                UnitCode.of(line.unit()).x12(),
                number(line.unitPrice()),
                "",
                "BP",
                key(order, "item", line.item(), LONGEST_ITEM));
        for (String piece : EdiText.pieces(text(line.description()), LONGEST_DESCRIPTION, MOST_PIECES)) {
            set.add("PID", "F", "", "", "", piece);
        }
        set.add("DTM", "002", date(line.dueDate()));
        if (!text(line.note()).isEmpty()) {
            set.add("N9", "L1", "NOTE");
            for (String piece : EdiText.pieces(text(line.note()), LONGEST_MESSAGE, MOST_PIECES)) {
                set.add("MSG", piece);
            }
        }
    }

    private static Segments segments() {
        return new Segments('*', '>', '~', value -> value);
    }

    private static String key(OrderDocument order, String what, String key, int longest) {
        return EdiText.key(order, what, key, text(key), longest);
    }

    private static String cut(String text, int longest) {
        return EdiText.pieces(text(text), longest, 1).stream()
                .findFirst()
                .orElse("")
                .strip();
    }

    private static String text(String text) {
        StringBuilder free = new StringBuilder(EdiText.ascii(EdiText.plain(text)));
        for (int i = 0; i < free.length(); i++) {
            if (DELIMITERS.indexOf(free.charAt(i)) >= 0) {
                free.setCharAt(i, ' ');
            }
        }
        return EdiText.plain(free.toString());
    }

    private static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String date(LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
