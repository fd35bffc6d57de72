package org.plenish.web.shared;

import java.nio.file.Path;
import java.util.List;

/** Takes in a dataset that another program sends whole. */
public interface DatasetIntake {

    /**
     * What the check found.
     *
     * @param job by which it is kept until it is taken or discarded
     * @param fingerprint over its files; empty if it has errors
     * @param errors how many there are, listed or not
     * @param problems each in a sentence or two, the first thousand
     */
    record Checked(long job, String fingerprint, long errors, List<String> problems) {

        public Checked {
            problems = List.copyOf(problems);
        }
    }

    /**
     * What became of it.
     *
     * @param dataset its number
     * @param isNew false if the same files are a dataset already
     */
    record Taken(long dataset, boolean isNew, int items, int warehouses, int suppliers) {}

    /**
     * Checks the files of a folder, which are moved away from there; returns when that is done, and waits its turn
     * before it.
     *
     * @throws IntakeRefusedException if they are no dataset's files; then nothing of them is kept
     */
    Checked check(Actor actor, Path folder);

    /**
     * Stores it and records that, within the caller's transaction.
     *
     * @throws IntakeRefusedException if it is no longer as it was checked
     */
    Taken take(Actor actor, Checked checked);

    /** Whatever of it was not taken is removed. */
    void discard(Actor actor, Checked checked);
}
