package org.plenish.web.order.life;

import java.util.Locale;

/** What a person may do to an order. */
public enum OrderAction {
    EDIT,
    SUBMIT,
    APPROVE,
    REJECT,
    /** Take back what waits for approval. */
    WITHDRAW,
    SEND,
    CONFIRM,
    RECEIVE,
    CLOSE,
    CANCEL;

    /** For a sentence: {@code approve}. */
    public String inWords() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it takes more than to say so: an edit what changes, a receipt what has come. */
    public boolean needsContent() {
        return this == EDIT || this == RECEIVE;
    }

    /** Whether who does it has had a hand in the order, and so may not approve it. */
    public boolean contributes() {
        return this == EDIT || this == SUBMIT;
    }
}
