package org.plenish.web.export;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Sends an order to its supplier by e-mail, with the PDF. There is a mail server if {@code spring.mail.host} names one; the
 * supplier's address is in the file of {@link Partners}. Neither a name nor a number can add a line to the mail's head.
 */
public final class OrderMail {

    private final Optional<JavaMailSender> server;
    private final String from;
    private final Partners partners;
    private final OrderFormat pdf;
    private final Texts texts;

    /**
     * @param server empty: mail is not configured
     * @param from the buyer's own address; answers go there
     */
    OrderMail(Optional<JavaMailSender> server, String from, Partners partners, OrderFormat pdf, Texts texts) {
        this.server = server;
        this.from = from;
        this.partners = partners;
        this.pdf = pdf;
        this.texts = texts;
    }

    /** Where an order to the supplier would go; empty without a server, or without an address of the supplier. */
    public Optional<String> findAddress(String supplier) {
        return server.isPresent() ? partners.findEmail(supplier) : Optional.empty();
    }

    /**
     * Returns when the server has taken it.
     *
     * @return the address it went to
     * @throws UnsentMailException if it did not go out
     */
    public String send(OrderDocument order) {
        if (!order.binding()) {
            throw new UnsentMailException("Order " + order.number() + " must be approved before it is mailed, but is "
                    + order.status() + ".");
        }
        JavaMailSender sender = server.orElseThrow(() -> new UnsentMailException("Order " + order.number()
                + " is not mailed: there is no mail server. Name one with spring.mail.host, or download the PDF."));
        Party supplier = order.supplier();
        String to = partners.findEmail(supplier.id())
                .orElseThrow(() -> new UnsentMailException("Order " + order.number() + " is not mailed: supplier "
                        + supplier.id() + " has no address. Add it to the file that plenish.export.partners names."));
        InternetAddress sent = address("The address of supplier " + supplier.id(), to);
        MimeMessage message = sender.createMimeMessage();
        try {
            MimeMessageHelper mail = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            mail.setFrom(address("plenish.export.mail-from", from));
            mail.setTo(sent);
            mail.setSubject(oneLine(texts.of(
                    order.revision() > 1 ? "mail.subjectRevision" : "mail.subject",
                    order.number(),
                    order.buyer().name(),
                    order.revision())));
            mail.setText(texts.of("mail.text", order.number(), order.buyer().name(), order.lastDue()));
            mail.addAttachment(pdf.fileName(order), new ByteArrayResource(written(order)), pdf.mediaType());
            sender.send(message);
            return sent.getAddress();
        } catch (MessagingException | MailException e) {
            throw new UnsentMailException(
                    "Order " + order.number() + " is not mailed: the mail server did not take it ("
                            + oneLine(String.valueOf(
                                    NestedExceptionUtils.getMostSpecificCause(e).getMessage()))
                            + "). Try again, or download the PDF.",
                    e);
        }
    }

    private byte[] written(OrderDocument order) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            pdf.write(order, out);
        } catch (IOException e) {
            throw new UnsentMailException("Order " + order.number() + " cannot be written as PDF.", e);
        }
        return out.toByteArray();
    }

    /** Exactly one address, and nothing beside it. */
    private static InternetAddress address(String what, String text) {
        try {
            InternetAddress[] all = InternetAddress.parse(text, true);
            if (all.length == 1
                    && !text.matches("(?s).*\\p{Cntrl}.*")
                    && all[0].getAddress().contains("@")) {
                all[0].validate();
                return all[0];
            }
        } catch (AddressException notOne) {
            // told below, like several
        }
        throw new UnsentMailException(
                what + ": " + oneLine(text) + " must be one e-mail address, such as orders@example.com.");
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\v]+", " ").strip();
    }
}
