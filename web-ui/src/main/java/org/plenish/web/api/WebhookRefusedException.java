package org.plenish.web.api;

/** A webhook cannot be registered, or a delivery not be made, as asked; the message tells the person why. */
final class WebhookRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WebhookRefusedException(String message) {
        super(message);
    }
}
