package org.plenish.engine.simulate;

/** What becomes of demand that finds no stock. */
public enum ShortageMode {
    /** The customer waits, and is served before those who come later. */
    BACKORDERED,
    /** The customer goes elsewhere. */
    LOST
}
