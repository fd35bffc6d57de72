package org.plenish.engine.plan.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.policy.AbcClass;

/**
 * The fields of one change as a person wrote them. A getter notes what is wrong with its field and then returns a harmless
 * stand-in. A field that no getter asks for is unknown, which is an error: a mistyped name must not change the meaning.
 */
public interface ChangeFields {

    /** What the scenario changes: names must be in it. */
    Dataset dataset();

    /** Where the change stands, such as {@code port-strike.yaml line 7}. */
    String place();

    /** The number of the line on which the change begins, from 1. */
    int line();

    boolean isGiven(String field);

    /** Empty if not given. */
    String text(String field);

    /** A name that the dataset must not have yet. */
    ItemId newItem(String field);

    /** A name that the dataset must not have yet. */
    WarehouseId newWarehouse(String field);

    /** Must be given. */
    ItemId item(String field);

    /** Must be given. */
    WarehouseId warehouse(String field);

    /** One or a list; empty if not given. */
    Set<ItemId> items(String field);

    /** One or a list of categories that some item has; empty if not given. */
    Set<String> categories(String field);

    /** One or a list; empty if not given. */
    Set<WarehouseId> warehouses(String field);

    /** One or a list; empty if not given. */
    Set<SupplierId> suppliers(String field);

    /** One or a list; empty if not given. */
    Set<AbcClass> abcClasses(String field);

    /** Must be given. */
    double number(String field, double least, double most);

    /** Null if not given. */
    @Nullable
    Double numberIfGiven(String field, double least, double most);

    /** One or a list; empty if not given. */
    List<Double> numbers(String field, double least, double most);

    /** Null if not given. */
    @Nullable
    Integer wholeNumberIfGiven(String field, int least);

    /** Null if not given. */
    @Nullable
    Money moneyIfGiven(String field);

    /** Must be given. */
    LocalDate date(String field);

    /** Null if not given. */
    @Nullable
    LocalDate dateIfGiven(String field);

    /** False if not given. */
    boolean flag(String field);

    /**
     * Notes that a field breaks a requirement, such as {@code must be 1 or more}.
     *
     * @param suggestion read after the word "Maybe"; null if nobody knows
     */
    void error(String field, String requirement, @Nullable String suggestion);

    /** Of fields that exclude each other, exactly one must be given. */
    default void requireOneOf(String... fields) {
        int given = 0;
        for (String field : fields) {
            given += isGiven(field) ? 1 : 0;
        }
        if (given != 1) {
            String names = String.join(", ", fields);
            error(fields[0], "must be given, or another of " + names + ", but only one of them", null);
        }
    }

    /** At least one of these fields must be given. */
    default void requireSomeOf(String... fields) {
        for (String field : fields) {
            if (isGiven(field)) {
                return;
            }
        }
        error(fields[0], "must be given, or another of " + String.join(", ", fields), null);
    }
}
