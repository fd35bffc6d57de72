package org.plenish.web.export;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.PageSize;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Figures;

/**
 * An order to print or to mail, on A4: the parties, the lines under a head that each page repeats, the total, and "page 2
 * of 3" on every page. A proposal says so in its title and at the foot of every page.
 */
final class PdfOrder implements OrderFormat {

    private static final float MARGIN = 48;
    private static final float FOOT = 56;
    private static final float[] WIDTHS = {6, 14, 33, 10, 8, 12, 13, 13};
    private static final float SIZE = 8.5f;
    private static final float SMALL = 7.5f;
    private static final Color INK = new Color(0x19231f);
    private static final Color MUTED = new Color(0x57635d);
    private static final Color LINE = new Color(0xcdd4cd);
    private static final Color SHADE = new Color(0xf0f2ef);

    private final Typeface typeface;
    private final Texts texts;

    PdfOrder(Typeface typeface, Texts texts) {
        this.typeface = typeface;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "pdf";
    }

    @Override
    public String extension() {
        return "pdf";
    }

    @Override
    public String mediaType() {
        return "application/pdf";
    }

    @Override
    public void write(OrderDocument order, OutputStream out) {
        Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, FOOT);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        writer.setPageEvent(new Foot(foot(order)));
        document.addTitle(title(order) + " " + order.number());
        document.addAuthor(order.buyer().name());
        document.open();
        document.add(head(order));
        document.add(parties(order));
        document.add(lines(order));
        document.close();
    }

    private String title(OrderDocument order) {
        return texts.of(order.binding() ? "document.order" : "document.proposal");
    }

    private String foot(OrderDocument order) {
        String number = order.buyer().name() + " · " + order.number();
        return order.binding() ? number : number + " · " + texts.of("document.notBinding");
    }

    private PdfPTable head(OrderDocument order) {
        PdfPTable head = table(2, 1);
        head.addCell(plain(typeface.phrase(title(order), 18, true, INK), Element.ALIGN_LEFT));
        head.addCell(plain(typeface.phrase(order.number(), 18, true, INK), Element.ALIGN_RIGHT));
        String dates = order.revision() > 1
                ? texts.of("document.datedRevision", order.orderDate(), order.revision())
                : texts.of("document.dated", order.orderDate());
        head.addCell(plain(typeface.phrase(dates, SIZE, false, MUTED), Element.ALIGN_LEFT));
        head.addCell(plain(
                typeface.phrase(texts.of("document.lastDue", order.lastDue()), SIZE, false, MUTED),
                Element.ALIGN_RIGHT));
        head.setSpacingAfter(14);
        return head;
    }

    private PdfPTable parties(OrderDocument order) {
        PdfPTable parties = table(1, 1, 1);
        for (String role : List.of("document.buyer", "document.supplier", "document.shipTo")) {
            parties.addCell(plain(typeface.phrase(texts.of(role), SMALL, false, MUTED), Element.ALIGN_LEFT));
        }
        List<Party> all = List.of(order.buyer(), order.supplier(), order.shipTo());
        for (Party party : all) {
            parties.addCell(plain(party.name(), 10, true, INK));
        }
        for (Party party : all) {
            parties.addCell(plain(party.id(), SMALL, false, MUTED));
        }
        parties.setSpacingAfter(16);
        return parties;
    }

    private PdfPTable lines(OrderDocument order) {
        Figures figures = new Figures(order.currency());
        PdfPTable lines = table(WIDTHS);
        lines.setHeaderRows(1);
        for (String column : List.of("line", "item", "description")) {
            lines.addCell(columnHead(column, Element.ALIGN_LEFT));
        }
        lines.addCell(columnHead("quantity", Element.ALIGN_RIGHT));
        lines.addCell(columnHead("unit", Element.ALIGN_LEFT));
        for (String column : List.of("price", "amount", "due")) {
            lines.addCell(columnHead(column, Element.ALIGN_RIGHT));
        }
        for (OrderDocument.Line line : order.lines()) {
            lines.addCell(cell(Integer.toString(line.number()), Element.ALIGN_LEFT));
            lines.addCell(cell(line.item(), Element.ALIGN_LEFT));
            lines.addCell(cell(
                    line.note().isBlank() ? line.description() : line.description() + "\n" + line.note(),
                    Element.ALIGN_LEFT));
            lines.addCell(cell(figures.units(line.quantityUnits()), Element.ALIGN_RIGHT));
            lines.addCell(cell(line.unit(), Element.ALIGN_LEFT));
            lines.addCell(cell(figures.price(line.unitPrice()), Element.ALIGN_RIGHT));
            lines.addCell(cell(figures.money(line.amount()), Element.ALIGN_RIGHT));
            lines.addCell(cell(figures.date(line.dueDate()), Element.ALIGN_RIGHT));
        }
        PdfPCell total = ruled(typeface.phrase(texts.of("document.total"), SIZE + 1, true, INK), Element.ALIGN_RIGHT);
        total.setColspan(5);
        lines.addCell(total);
        PdfPCell amount =
                ruled(typeface.phrase(figures.money(order.total()), SIZE + 1, true, INK), Element.ALIGN_RIGHT);
        amount.setColspan(2); // a sum is longer than its parts
        lines.addCell(amount);
        lines.addCell(ruled(new Phrase(""), Element.ALIGN_RIGHT));
        return lines;
    }

    private PdfPCell columnHead(String column, int alignment) {
        PdfPCell cell = ruled(typeface.phrase(texts.of("document." + column), SMALL, true, MUTED), alignment);
        cell.setBackgroundColor(SHADE);
        return cell;
    }

    private PdfPCell cell(String text, int alignment) {
        PdfPCell cell = ruled(typeface.phrase(text, SIZE, false, INK), alignment);
        if (Typeface.runsBothWays(text)) {
            cell.setRunDirection(PdfWriter.RUN_DIRECTION_LTR);
        }
        return cell;
    }

    private PdfPCell plain(String text, float size, boolean bold, Color color) {
        PdfPCell cell = plain(typeface.phrase(text, size, bold, color), Element.ALIGN_LEFT);
        if (Typeface.runsBothWays(text)) {
            cell.setRunDirection(PdfWriter.RUN_DIRECTION_LTR);
        }
        return cell;
    }

    private static PdfPCell plain(Phrase phrase, int alignment) {
        PdfPCell cell = new PdfPCell(phrase);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPaddingLeft(0);
        cell.setHorizontalAlignment(alignment);
        return cell;
    }

    private static PdfPCell ruled(Phrase phrase, int alignment) {
        PdfPCell cell = new PdfPCell(phrase);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(LINE);
        cell.setBorderWidth(0.5f);
        cell.setPaddingTop(4);
        cell.setPaddingBottom(5);
        cell.setHorizontalAlignment(alignment);
        return cell;
    }

    private static PdfPTable table(float... widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        return table;
    }

    /** How many pages there are is known at the end, so its place is kept free on each. */
    private final class Foot extends PdfPageEventHelper {

        private static final float ROOM_FOR_TOTAL = 40;
        private static final float HEIGHT = 12;

        private final String text;
        private @Nullable PdfTemplate total;

        Foot(String text) {
            this.text = text;
        }

        @Override
        public void onOpenDocument(PdfWriter writer, Document document) {
            total = writer.getDirectContent().createTemplate(ROOM_FOR_TOTAL, HEIGHT);
        }

        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            PdfContentByte canvas = writer.getDirectContent();
            float y = document.bottom() - 24;
            ColumnText.showTextAligned(
                    canvas, Element.ALIGN_LEFT, typeface.phrase(text, SMALL, false, MUTED), document.left(), y, 0);
            String page = texts.of("document.page", writer.getPageNumber());
            float x = document.right() - ROOM_FOR_TOTAL;
            ColumnText.showTextAligned(
                    canvas, Element.ALIGN_RIGHT, typeface.phrase(page, SMALL, false, MUTED), x, y, 0);
            if (total != null) {
                canvas.addTemplate(total, x, y);
            }
        }

        @Override
        public void onCloseDocument(PdfWriter writer, Document document) {
            if (total != null) {
                ColumnText.showTextAligned(
                        total,
                        Element.ALIGN_LEFT,
                        typeface.phrase(
                                " " + texts.of("document.pages", writer.getPageNumber() - 1), SMALL, false, MUTED),
                        0,
                        0,
                        0);
            }
        }
    }
}
