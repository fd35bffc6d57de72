package org.plenish.engine.plan;

/** Told how a run comes along; for progress bars. Called from one thread. */
public interface RunListener {

    RunListener SILENT = (stage, share, detail) -> {};

    /**
     * @param stage what is being done
     * @param share of this stage, 0 to 1; a stage that cannot measure its own work stays at 0
     * @param detail for a person, may be blank
     */
    void at(Stage stage, double share, String detail);

    /** In the order they happen. */
    enum Stage {
        IMPORT,
        FORECAST,
        RULES,
        OPTIMIZE,
        EXPLAIN
    }
}
