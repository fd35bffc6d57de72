package org.plenish.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.helger.ubl21.UBL21Marshaller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.LineItemType;
import oasis.names.specification.ubl.schema.xsd.order_21.OrderType;
import org.junit.jupiter.api.Test;

/** Held to the OASIS schema of UBL 2.1, and read back by another's classes. */
class UblOrderTest {

    @Test
    void anOrderIsValidAndReadBackAsItWasGiven() throws Exception {
        OrderType order = read(Orders.order(Orders.line(1, "ART-1001", "Stoneware mug")));

        assertThat(order.getIDValue()).isEqualTo("PO-0001");
        assertThat(order.getIssueDateValueLocal()).isEqualTo("2026-11-23");
        assertThat(order.getDocumentCurrencyCodeValue()).isEqualTo("GBP");
        assertThat(order.getNote()).isEmpty();
        assertThat(order.getSellerSupplierParty()
                        .getParty()
                        .getPartyNameAtIndex(0)
                        .getNameValue())
                .isEqualTo("Harbour Ceramics");
        assertThat(order.getAnticipatedMonetaryTotal().getPayableAmountValue()).isEqualByComparingTo("14.40");
        LineItemType line = order.getOrderLineAtIndex(0).getLineItem();
        assertThat(line.getQuantityValue()).isEqualByComparingTo(BigDecimal.valueOf(12));
        assertThat(line.getQuantity().getUnitCode()).isEqualTo("C62");
        assertThat(line.getPrice().getPriceAmountValue()).isEqualByComparingTo("1.20");
        assertThat(line.getItem().getBuyersItemIdentification().getIDValue()).isEqualTo("ART-1001");
        assertThat(line.getDeliveryAtIndex(0).getRequestedDeliveryPeriod().getEndDateValueLocal())
                .isEqualTo(Orders.DUE);
    }

    @Test
    void everyTextComesBackButWhatXmlCannotHold() throws Exception {
        OrderType order = read(Orders.hostile());

        assertThat(order.getNote())
                .extracting(note -> note.getValue())
                .containsExactly("Proposal, not an order.", "Revision 2, replaces all before it.");
        List<String> descriptions = order.getOrderLine().stream()
                .map(line ->
                        line.getLineItem().getItem().getDescriptionAtIndex(0).getValue())
                .toList();
        assertThat(descriptions)
                .containsExactly(
                        Orders.HOSTILE.replace('\u0000', '\uFFFD').replace('\u0007', '\uFFFD'),
                        Orders.SCRIPTS,
                        "",
                        "x'+".repeat(333) + "y",
                        "Tray");
        assertThat(order.getOrderLineAtIndex(4).getLineItem().getQuantity().getUnitCode())
                .isEqualTo("ZZ");
    }

    @Test
    void charactersOutsideOfTheBasicPlaneComeBack() throws Exception {
        assertThat(read(Orders.order(Orders.line(1, "ART-1", Orders.EMOJI)))
                        .getOrderLineAtIndex(0)
                        .getLineItem()
                        .getItem()
                        .getDescriptionAtIndex(0)
                        .getValue())
                .isEqualTo(Orders.EMOJI);
    }

    @Test
    void aLoneHalfOfACharacterIsReplaced() {
        assertThat(UblOrder.valid("a\uD83Db")).isEqualTo("a\uFFFDb");
    }

    private static OrderType read(OrderDocument order) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new UblOrder().write(order, out);
        com.helger.commons.error.list.ErrorList problems = new com.helger.commons.error.list.ErrorList();
        OrderType read = UBL21Marshaller.order()
                .setUseSchema(true)
                .setCollectErrors(problems)
                .read(out.toByteArray());
        assertThat(problems.isEmpty()).as(problems.toString()).isTrue();
        assertThat(read).as("valid by the schema").isNotNull();
        return read;
    }
}
