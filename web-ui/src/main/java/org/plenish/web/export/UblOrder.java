package org.plenish.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An order in the Universal Business Language, OASIS UBL 2.1, document type Order. A proposal says so in a note. What XML
 * cannot hold, such as control characters, becomes U+FFFD.
 *
 * <p>Source: OASIS UBL 2.1, schema UBL-Order-2.1, whose order of elements this one keeps.
 */
final class UblOrder implements OrderFormat {

    private static final String ORDER = "urn:oasis:names:specification:ubl:schema:xsd:Order-2";
    private static final String AGGREGATE = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
    private static final String BASIC = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";

    @Override
    public String name() {
        return "ubl";
    }

    @Override
    public String extension() {
        return "xml";
    }

    @Override
    public String mediaType() {
        return "application/xml";
    }

    @Override
    public boolean isForPrograms() {
        return true;
    }

    @Override
    public void write(OrderDocument order, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new Writing(xml, order).document();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("Order " + order.number() + " cannot be written as XML: " + e.getMessage(), e);
        }
    }

    private record Writing(XMLStreamWriter xml, OrderDocument order) {

        void document() throws XMLStreamException {
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("Order");
            xml.writeDefaultNamespace(ORDER);
            xml.writeNamespace("cac", AGGREGATE);
            xml.writeNamespace("cbc", BASIC);
            basic("UBLVersionID", "2.1");
            basic("ID", order.number());
            basic("IssueDate", order.orderDate().toString());
            if (!order.binding()) {
                basic("Note", "Proposal, not an order.");
            }
            if (order.revision() > 1) {
                basic("Note", "Revision " + order.revision() + ", replaces all before it.");
            }
            basic("DocumentCurrencyCode", order.currency());
            basic("LineCountNumeric", Integer.toString(order.lines().size()));
            party("BuyerCustomerParty", order.buyer());
            party("SellerSupplierParty", order.supplier());
            start("Delivery");
            start("DeliveryLocation");
            basic("ID", order.shipTo().id());
            basic("Description", order.shipTo().name());
            xml.writeEndElement();
            requested(order.lastDue());
            xml.writeEndElement();
            start("AnticipatedMonetaryTotal");
            amount("LineExtensionAmount", order.total());
            amount("PayableAmount", order.total());
            xml.writeEndElement();
            for (OrderDocument.Line line : order.lines()) {
                line(line);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        }

        private void line(OrderDocument.Line line) throws XMLStreamException {
            start("OrderLine");
            if (!line.note().isBlank()) {
                basic("Note", line.note());
            }
            start("LineItem");
            basic("ID", Integer.toString(line.number()));
            xml.writeStartElement("cbc", "Quantity", BASIC);
            xml.writeAttribute("unitCode", UnitCode.of(line.unit()).unece());
            xml.writeCharacters(Integer.toString(line.quantityUnits()));
            xml.writeEndElement();
            amount("LineExtensionAmount", line.amount());
            start("Delivery");
            requested(line.dueDate());
            xml.writeEndElement();
            start("Price");
            amount("PriceAmount", line.unitPrice());
            xml.writeEndElement();
            start("Item");
            basic("Description", line.description());
            basic("Name", line.description().isBlank() ? line.item() : line.description());
            start("BuyersItemIdentification");
            basic("ID", line.item());
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
        }

        private void party(String role, Party party) throws XMLStreamException {
            start(role);
            start("Party");
            start("PartyIdentification");
            basic("ID", party.id());
            xml.writeEndElement();
            start("PartyName");
            basic("Name", party.name());
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
        }

        private void requested(LocalDate date) throws XMLStreamException {
            start("RequestedDeliveryPeriod");
            basic("EndDate", date.toString());
            xml.writeEndElement();
        }

        private void amount(String name, BigDecimal amount) throws XMLStreamException {
            xml.writeStartElement("cbc", name, BASIC);
            xml.writeAttribute("currencyID", valid(order.currency()));
            xml.writeCharacters(amount.toPlainString());
            xml.writeEndElement();
        }

        private void start(String aggregate) throws XMLStreamException {
            xml.writeStartElement("cac", aggregate, AGGREGATE);
        }

        private void basic(String name, String text) throws XMLStreamException {
            xml.writeStartElement("cbc", name, BASIC);
            xml.writeCharacters(valid(text));
            xml.writeEndElement();
        }
    }

    /** XML 1.0, production 2. */
    static String valid(String text) {
        StringBuilder valid = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> isValid(character) ? character : 0xFFFD)
                .forEach(valid::appendCodePoint);
        return valid.toString();
    }

    private static boolean isValid(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
    }
}
