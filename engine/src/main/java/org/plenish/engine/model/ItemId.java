package org.plenish.engine.model;

/** An article, whatever warehouse it lies in: the key of {@code items.csv}. Compared as text, case-sensitive. */
public record ItemId(String value) implements Comparable<ItemId> {

    /** @throws IllegalArgumentException if {@code value} is blank */
    public ItemId {
        Require.notBlank(value, "ItemId");
    }

    @Override
    public int compareTo(ItemId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
