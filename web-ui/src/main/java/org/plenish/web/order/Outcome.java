package org.plenish.web.order;

/**
 * What became of something a person asked for.
 *
 * @param status as HTTP has it: 200 done, 403 not theirs to do, 404, 409 somebody else was first, 422 not as it is
 * @param message for the person
 */
public record Outcome(int status, String message) {

    static Outcome done(String message) {
        return new Outcome(200, message);
    }

    static Outcome forbidden(String message) {
        return new Outcome(403, message);
    }

    static Outcome nothing(String message) {
        return new Outcome(404, message);
    }

    static Outcome late(String message) {
        return new Outcome(409, message);
    }

    static Outcome refused(String message) {
        return new Outcome(422, message);
    }

    public boolean isDone() {
        return status == 200;
    }
}
