package org.plenish.engine.model;

/** A vendor: the key of {@code suppliers.csv}. Compared as text, case-sensitive. */
public record SupplierId(String value) implements Comparable<SupplierId> {

    /** @throws IllegalArgumentException if {@code value} is blank */
    public SupplierId {
        Require.notBlank(value, "SupplierId");
    }

    @Override
    public int compareTo(SupplierId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
