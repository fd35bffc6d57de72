package org.plenish.web.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfOrderTest {

    private static final Texts TEXTS = (key, values) -> key.replace("document.", "")
            + Arrays.stream(values).map(value -> " " + value).collect(Collectors.joining());

    @TempDir
    Path folder;

    @Test
    void namesThePartiesTheLinesAndTheTotal() throws Exception {
        PdfReader pdf = read(Orders.order(
                Orders.line(1, "ART-1001", "Stoneware mug, blue"), Orders.line(2, "ART-1002", "Κούπα Кружка ספל")));
        assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        assertThat(text(pdf, 1))
                .contains("order PO-0001", "Harbour Ceramics", "Leeds central", "Hand-made Ltd.", "ART-1001")
                .contains("Stoneware mug, blue", "Κούπα Кружка", "£14.40", "£28.80", "2026-12-14", "page 1");
    }

    @Test
    void everyPageRepeatsTheHeadAndIsNumbered() throws Exception {
        PdfReader pdf = read(Orders.ofLines(300));
        assertThat(pdf.getNumberOfPages()).isGreaterThan(5);
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
            assertThat(text(pdf, page)).contains("description", "quantity", "page " + page);
        }
        assertThat(text(pdf, pdf.getNumberOfPages())).contains("ART-1300", "£4,320.00"); // 300 · 14.40, on one line
    }

    @Test
    void aProposalCannotBeTakenForAnOrder() throws Exception {
        PdfReader pdf = read(Orders.hostile());
        assertThat(text(pdf, 1)).contains("proposal PO-0001", "notBinding", "datedRevision 2026-11-23 2");
        assertThat(text(read(Orders.ofLines(1)), 1)).doesNotContain("notBinding");
    }

    @Test
    void fontsAreEmbedded() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfOrder(new Typeface(List.of()), TEXTS).write(Orders.hostile(), out);
        assertThat(out.toString(java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("DejaVuSans", "/FontFile2")
                .doesNotContain("/BaseFont/Helvetica");
    }

    @Test
    void aFontThatIsNoneIsNamedWhenTheProductStarts() throws Exception {
        Path file = Files.writeString(folder.resolve("font.ttf"), "no font");
        assertThatThrownBy(() -> new Typeface(List.of(file)))
                .hasMessageStartingWith("plenish.export.fonts: " + file + " must be a TrueType font that can be read");
    }

    private static PdfReader read(OrderDocument order) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfOrder(new Typeface(List.of()), TEXTS).write(order, out);
        return new PdfReader(out.toByteArray());
    }

    private static String text(PdfReader pdf, int page) throws IOException {
        return new PdfTextExtractor(pdf).getTextFromPage(page);
    }
}
