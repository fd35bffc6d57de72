package org.plenish.web.dataset;

/** A stored file is not what was brought in; the message tells a person which, and what to do. */
final class DamagedDatasetException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    DamagedDatasetException(String message) {
        super(message);
    }
}
