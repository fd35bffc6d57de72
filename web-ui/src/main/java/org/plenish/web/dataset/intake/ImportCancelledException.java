package org.plenish.web.dataset.intake;

/** Somebody asked a job at work to stop. */
final class ImportCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportCancelledException(long job) {
        super("Import " + job + " was cancelled.");
    }
}
