package org.plenish.web.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class X12OrderTest {

    @Test
    void anOrderIsOneTransactionSetInItsOwnInterchange() throws Exception {
        assertThat(new String(
                        written(Orders.order(Orders.line(1, "ART-1001", "Stoneware mug"))), StandardCharsets.US_ASCII))
                .isEqualTo("ISA*00*          *00*          *ZZ*PLENISH        *ZZ*S01            *261123*1030*^*00501*"
                        + "000000042*0*P*>~"
                        + "GS*PO*PLENISH*S01*20261123*1030*42*X*005010~"
                        + "ST*850*0001~"
                        + "BEG*00*SA*PO-0001**20261123~"
                        + "CUR*BY*GBP~"
                        + "DTM*002*20261214~"
                        + "N1*BY*Hand-made Ltd.*92*PLENISH~"
                        + "N1*SU*Harbour Ceramics*92*S01~"
                        + "N1*ST*Leeds central*92*LEEDS~"
                        + "PO1*1*12*EA*1.2**BP*ART-1001~"
                        + "PID*F****Stoneware mug~"
                        + "DTM*002*20261214~"
                        + "CTT*1~"
                        + "AMT*TT*14.4~"
                        + "SE*13*0001~" // ST to SE
                        + "GE*1*42~"
                        + "IEA*1*000000042~");
    }

    @Test
    void anIndependentReaderFindsNothingWrongWithHostileTexts() throws Exception {
        EdiReading read = EdiReading.of(written(Orders.hostile()), "US-ASCII");

        assertThat(read.standard()).isEqualTo("X12");
        assertThat(read.errors()).isEmpty();
        assertThat(read.all("PO1")).hasSize(5);
        assertThat(read.one("BEG")).startsWith("BEG", "05"); // a revision replaces
        assertThat(read.one("ISA").get(15)).isEqualTo("T"); // a proposal is a test
        assertThat(read.all("PID").get(0).get(5)).isEqualTo("Mug 'blue'+large: 5 3 2? |&<b \"quoted\" \\ ]] end");
        assertThat(read.all("PID").get(1).get(5)).matches("[?, -~]+");
        assertThat(read.all("PID").stream()
                        .map(pid -> pid.get(5))
                        .filter(text -> text.startsWith("x'+") || text.contains("'+x")))
                .hasSize(13); // 1,000 characters by 80
        assertThat(read.one("MSG").get(1)).startsWith("Mug 'blue'");
        assertThat(Integer.parseInt(read.one("SE").get(1)))
                .isEqualTo(read.segments().size() - 4); // without ISA, GS, GE, IEA
    }

    @Test
    void accentsAreDroppedAndUnitsCoded() throws Exception {
        EdiReading read = EdiReading.of(
                written(Orders.order(Orders.line(1, "ART-1", "Täßchen “Œuf” – crème brûlée"))), "US-ASCII");
        assertThat(read.one("PID").get(5)).isEqualTo("Tasschen \"OEuf\" - creme brulee");
        assertThat(EdiReading.of(written(Orders.hostile()), "US-ASCII")
                        .all("PO1")
                        .get(4)
                        .get(3))
                .isEqualTo("ZZ");
    }

    @Test
    void refusesAKeyThatWouldNotArriveWhole() {
        assertThatThrownBy(() -> written(Orders.order(Orders.line(1, "ART*1", "Mug"))))
                .isInstanceOf(UnwritableOrderException.class)
                .hasMessage("Order PO-0001, item ART*1 must hold only characters that this format has, but would arrive"
                        + " as ART 1. Send this order as UBL or PDF.");
        assertThatThrownBy(() -> written(Orders.order(Orders.line(1, "A".repeat(49), "Mug"))))
                .hasMessageContaining("must have 48 characters at most in this format, but has 49.");
    }

    @Test
    void everyInterchangeHasItsOwnNumber() throws Exception {
        X12Order format = new X12Order(Orders.interchange());
        List<String> numbers = List.of(number(format), number(format));
        assertThat(numbers).containsExactly("000000042", "000000043");
    }

    private static String number(X12Order format) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(Orders.ofLines(1), out);
        return EdiReading.of(out.toByteArray(), "US-ASCII").one("IEA").get(2);
    }

    private static byte[] written(OrderDocument order) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new X12Order(Orders.interchange()).write(order, out);
        return out.toByteArray();
    }
}
