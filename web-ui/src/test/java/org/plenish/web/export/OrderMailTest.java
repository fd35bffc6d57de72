package org.plenish.web.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class OrderMailTest {

    private static final Texts TEXTS = (key, values) ->
            key + Arrays.stream(values).map(value -> " " + value).collect(Collectors.joining());

    @TempDir
    Path folder;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void theSupplierGetsTheOrderAsAPdf() throws Exception {
        String to = mail("orders@harbour.example").send(Orders.ofLines(2));

        assertThat(to).isEqualTo("orders@harbour.example");
        MimeMessage message = server.getReceivedMessages()[0];
        assertThat(message.getAllRecipients()[0]).hasToString("orders@harbour.example");
        assertThat(message.getFrom()[0]).hasToString("Buying <buying@plenish.example>");
        assertThat(message.getSubject()).isEqualTo("mail.subject PO-0001 Hand-made Ltd. 1");
        BodyPart attached = ((MimeMultipart) message.getContent()).getBodyPart(1);
        assertThat(attached.getFileName()).isEqualTo("PO-0001.pdf");
        assertThat(attached.getContentType()).startsWith("application/pdf");
        assertThat(new String(attached.getInputStream().readNBytes(5))).isEqualTo("%PDF-");
    }

    @Test
    void noNameAddsALineToTheHead() throws Exception {
        OrderDocument hostile = new OrderDocument(
                "PO-1\r\nBcc: thief@evil.example",
                1,
                "approved",
                true,
                Orders.DUE,
                new Party("P", "Ltd.\r\nBcc: thief@evil.example\r\n\r\nHello"),
                new Party("S01", "Harbour"),
                new Party("LEEDS", "Leeds"),
                "GBP",
                List.of(Orders.line(1, "ART-1", "Mug")));
        mail("orders@harbour.example").send(hostile);

        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage message = server.getReceivedMessages()[0];
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(Collections.list(message.getAllHeaders()))
                .extracting(header -> header.getName())
                .doesNotContain("Bcc", "Hello");
        assertThat(message.getSubject()).doesNotContain("\r", "\n").contains("Bcc: thief@evil.example");
        assertThat(((MimeMultipart) message.getContent()).getBodyPart(1).getFileName())
                .isEqualTo("PO-1__Bcc__thief_evil.example.pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@x.example, b@x.example",
                "\"a@x.example\nBcc: b@x.example\"",
                "nobody",
                "a@",
                "\"a@x.example\r\nRCPT TO:<b@x.example>\""
            })
    void anAddressThatIsNotExactlyOneIsRefused(String address) throws Exception {
        assertThatThrownBy(() -> mail(address.contains(",") ? "\"" + address + "\"" : address)
                        .send(Orders.ofLines(1)))
                .isInstanceOf(UnsentMailException.class)
                .hasMessageContaining("must be one e-mail address");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void saysWhyAnOrderIsNotMailed() throws Exception {
        assertThatThrownBy(() -> mail("a@x.example").send(Orders.hostile()))
                .hasMessage("Order PO-0001 must be approved before it is mailed, but is proposed.");
        OrderMail unknown = mail("");
        assertThat(unknown.findAddress("S01")).isEmpty();
        assertThatThrownBy(() -> unknown.send(Orders.ofLines(1)))
                .hasMessage("Order PO-0001 is not mailed: supplier S01 has no address."
                        + " Add it to the file that plenish.export.partners names.");
        OrderMail none = new OrderMail(Optional.empty(), "", new Partners(null), pdf(), TEXTS);
        assertThatThrownBy(() -> none.send(Orders.ofLines(1)))
                .hasMessageContaining("there is no mail server. Name one with spring.mail.host");
        OrderMail mail = mail("a@x.example");
        assertThat(mail.findAddress("S01")).isPresent();
        server.stop();
        assertThatThrownBy(() -> mail.send(Orders.ofLines(1)))
                .hasMessageStartingWith("Order PO-0001 is not mailed: the mail server did not take it (");
    }

    @Test
    void aFileOfPartnersWithoutItsColumnsIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("partners.csv"), "supplier,mail\nS01,a@x.example\n");
        assertThatThrownBy(() -> new Partners(file).findEmail("S01"))
                .hasMessage(
                        file + " must have the columns supplier, email and interchange_id, but has supplier, mail.");
    }

    @Test
    void aSupplierIsKnownToEdiByItsIdUnlessTheFileSaysOtherwise() throws Exception {
        Path file = Files.writeString(
                folder.resolve("partners.csv"), "supplier,email,interchange_id\nS01,,5012345000000\nS02,,\n");
        assertThat(new Partners(file).interchangeId("S01")).isEqualTo("5012345000000");
        assertThat(new Partners(file).interchangeId("S02")).isEqualTo("S02");
        assertThat(new Partners(null).interchangeId("S03")).isEqualTo("S03");
    }

    private OrderMail mail(String supplierAddress) throws Exception {
        Path file = Files.writeString(
                folder.resolve("partners.csv"), "supplier,email,interchange_id\nS01," + supplierAddress + ",\n");
        return new OrderMail(
                Optional.of(sender()), "Buying <buying@plenish.example>", new Partners(file), pdf(), TEXTS);
    }

    private JavaMailSender sender() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        return sender;
    }

    private static OrderFormat pdf() {
        return new PdfOrder(new Typeface(List.of()), TEXTS);
    }
}
