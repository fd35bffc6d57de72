package org.plenish.web.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EdifactOrderTest {

    @Test
    void anOrderIsOneMessageInItsOwnInterchange() throws Exception {
        assertThat(new String(
                        written(Orders.order(Orders.line(1, "ART-1001", "Stoneware mug"))),
                        StandardCharsets.ISO_8859_1))
                .isEqualTo("UNA:+.? '"
                        + "UNB+UNOC:3+PLENISH+S01+261123:1030+42++ORDERS'"
                        + "UNH+1+ORDERS:D:01B:UN'"
                        + "BGM+220+PO-0001+9'"
                        + "DTM+137:20261123:102'"
                        + "DTM+2:20261214:102'"
                        + "NAD+BY+PLENISH::92++Hand-made Ltd.'"
                        + "NAD+SU+S01::92++Harbour Ceramics'"
                        + "NAD+DP+LEEDS::92++Leeds central'"
                        + "CUX+2:GBP:9'"
                        + "LIN+1++ART-1001:IN'"
                        + "IMD+F++:::Stoneware mug'"
                        + "QTY+21:12:PCE'"
                        + "DTM+2:20261214:102'"
                        + "MOA+203:14.4'"
                        + "PRI+AAA:1.2'"
                        + "UNS+S'"
                        + "MOA+79:14.4'"
                        + "CNT+2:1'"
                        + "UNT+18+1'" // UNH to UNT
                        + "UNZ+1+42'");
    }

    @Test
    void anIndependentReaderGetsEveryTextBack() throws Exception {
        EdiReading read = EdiReading.of(written(Orders.hostile()), "UTF-8");

        assertThat(read.standard()).isEqualTo("EDIFACT");
        assertThat(read.errors()).isEmpty();
        assertThat(read.one("UNB").get(1)).isEqualTo("UNOY|4");
        assertThat(read.one("UNB").get(4)).isEqualTo("20261123|1030");
        assertThat(read.one("UNB").get(11)).isEqualTo("1"); // a proposal is a test
        assertThat(read.one("BGM").get(3)).isEqualTo("5"); // a revision replaces
        assertThat(read.all("IMD").get(0).get(3)).isEqualTo("|||Mug 'blue'+large: 5*3~2?^>|&<b> \"quoted\" \\ ]]> end");
        assertThat(read.all("IMD").get(1).get(3)).isEqualTo("|||" + Orders.SCRIPTS);
        String long1 = read.all("IMD").get(2).get(3).substring(3).replace("|", "");
        String long2 = read.all("IMD").get(3).get(3).substring(3).replace("|", "");
        assertThat(long1 + long2).isEqualTo("x'+".repeat(333) + "y");
        assertThat(read.one("FTX").get(4)).startsWith("Mug 'blue'+large: 5*3~2?^>");
        assertThat(Integer.parseInt(read.one("UNT").get(1)))
                .isEqualTo(read.segments().size() - 3); // without UNA, UNB, UNZ
    }

    @Test
    void westernEuropeanNamesStayInLatin1() throws Exception {
        byte[] bytes = written(Orders.order(Orders.line(1, "ART-1", "Täßchen 'crème'")));
        EdiReading read = EdiReading.of(bytes, "ISO-8859-1");
        assertThat(read.errors()).isEmpty();
        assertThat(read.one("UNB").get(1)).isEqualTo("UNOC|3");
        assertThat(read.one("IMD").get(3)).isEqualTo("|||Täßchen 'crème'");
    }

    @Test
    void charactersOutsideOfTheBasicPlaneAreWrittenInUtf8() throws Exception {
        assertThat(new String(written(Orders.order(Orders.line(1, "ART-1", Orders.EMOJI))), StandardCharsets.UTF_8))
                .startsWith("UNA:+.?*'UNB+UNOY:4+")
                .contains("IMD+F++:::Teapot 🫖'");
    }

    @Test
    void aTextThatEndsWithDelimitersKeepsThem() throws Exception {
        EdiReading read = EdiReading.of(written(Orders.order(Orders.line(1, "ART-1", "Mug?+:'+"))), "ISO-8859-1");
        assertThat(read.errors()).isEmpty();
        assertThat(read.one("IMD").get(3)).isEqualTo("|||Mug?+:'+");
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        assertThatThrownBy(() -> written(Orders.order(Orders.line(1, "A".repeat(36), "Mug"))))
                .isInstanceOf(UnwritableOrderException.class)
                .hasMessage("Order PO-0001, item " + "A".repeat(36) + " must have 35 characters at most in this format,"
                        + " but has 36. Send this order as UBL or PDF.");
    }

    private static byte[] written(OrderDocument order) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new EdifactOrder(Orders.interchange()).write(order, out);
        return out.toByteArray();
    }
}
