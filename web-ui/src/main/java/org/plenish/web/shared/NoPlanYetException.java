package org.plenish.web.shared;

/** A page of the plan was asked for before the first run has finished. */
final class NoPlanYetException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
