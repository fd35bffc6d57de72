package org.plenish.web.scenario;

/**
 * A field of a change in the form.
 *
 * @param name as the YAML has it
 * @param required whether the change means nothing without it
 */
public record FormField(String name, Input input, boolean required) {

    /** How a value is asked for. */
    public enum Input {
        ITEMS,
        ITEM,
        NEW_NAME,
        CATEGORIES,
        WAREHOUSES,
        WAREHOUSE,
        SUPPLIERS,
        CLASSES,
        NUMBER,
        NUMBERS,
        DATE,
        FLAG;

        /** Whether several values may be given. */
        public boolean isList() {
            return switch (this) {
                case ITEMS, CATEGORIES, WAREHOUSES, SUPPLIERS, CLASSES, NUMBERS -> true;
                case ITEM, NEW_NAME, WAREHOUSE, NUMBER, DATE, FLAG -> false;
            };
        }
    }

    static FormField optional(String name, Input input) {
        return new FormField(name, input, false);
    }

    static FormField required(String name, Input input) {
        return new FormField(name, input, true);
    }
}
