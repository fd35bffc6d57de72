package org.plenish.web.item.list;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Role;

/**
 * What the list of items can show of a SKU-location, and be sorted by; in the order in which columns are offered. Its name in
 * an address is {@link #key()}, its title the text {@code items.column.NAME}.
 */
public enum ItemColumn {
    ITEM("item", Kind.TEXT, "ASC"),
    NAME("description", Kind.TEXT, "ASC"),
    WAREHOUSE("warehouse", Kind.TEXT, "ASC"),
    CATEGORY("category", Kind.TEXT, "ASC"),
    SUPPLIER("supplier", Kind.TEXT, "ASC"),
    ABC("abc_class", Kind.TEXT, "ASC"),
    DEMAND("demand_class", Kind.WORD, null),
    STATUS("status", Kind.STATUS, "ASC"),
    LIFECYCLE("lifecycle", Kind.WORD, null),
    ACTION("lifecycle_action", Kind.WORD, null),
    STOP_BUY("stop_buy", Kind.FLAG, null),
    ON_HAND("on_hand_units", Kind.STOCK, "DESC"),
    NET("net_units", Kind.STOCK, null),
    ON_ORDER("on_order_units", Kind.UNITS, "DESC"),
    EXPIRING("expiring_units", Kind.UNITS, "DESC"),
    FORECAST("forecast_per_day", Kind.FORECAST, "DESC"),
    COVER("cover_days", Kind.DAYS, "ASC"),
    RUNS_OUT("runs_out_before", Kind.DATE, "ASC"),
    RUNS_OUT_AFTER("runs_out_after", Kind.DATE, "ASC"),
    SAFETY_STOCK("safety_stock_units", Kind.UNITS, "DESC", "safety_stock"),
    REORDER_POINT("reorder_point_units", Kind.UNITS, "DESC", "reorder_point"),
    ORDER_UP_TO("order_up_to_units", Kind.UNITS, "DESC", "order_up_to_level"),
    ORDER_QUANTITY("order_quantity_units", Kind.UNITS, null),
    SERVICE("service_target", Kind.SHARE, "DESC", "service_level"),
    POLICY("policy_type", Kind.WORD, null),
    METHOD_OF_STOCK("safety_stock_method", Kind.WORD, null),
    REVIEW("review_days", Kind.DAYS, null),
    LEAD_TIME("lead_time_days", Kind.DAYS, "DESC"),
    MIN_ORDER("min_order_units", Kind.UNITS, null),
    MULTIPLE("order_multiple_units", Kind.UNITS, null),
    UNIT_COST("unit_cost", Kind.PRICE, "DESC"),
    VALUE("on_hand_value", Kind.MONEY, "DESC"),
    ANNUAL_UNITS("annual_units", Kind.QUANTITY, "DESC"),
    ANNUAL_VALUE("annual_value", Kind.MONEY, "DESC"),
    LAST_SALE("days_since_last_sale", Kind.DAYS, "DESC"),
    METHOD("forecast_method", Kind.METHOD, null),
    SCALED_ERROR("mean_scaled_error", Kind.DECIMAL, "DESC"),
    TRACKING("tracking_signal", Kind.DECIMAL, "DESC"),
    BOUGHT("bought_units", Kind.UNITS, null),
    MOVED_IN("moved_in_units", Kind.UNITS, null),
    MOVED_OUT("moved_out_units", Kind.UNITS, null),
    PROPOSED("proposed_units", Kind.PROPOSED, "DESC"),
    EXCEPTIONS("exceptions", Kind.EXCEPTIONS, "DESC");

    /** How a value is written. */
    public enum Kind {
        TEXT,
        WORD,
        METHOD,
        STATUS,
        FLAG,
        UNITS,
        STOCK,
        PROPOSED,
        QUANTITY,
        FORECAST,
        DECIMAL,
        DAYS,
        SHARE,
        PRICE,
        MONEY,
        DATE,
        EXCEPTIONS;

        private static final Set<Kind> LEFT = EnumSet.of(TEXT, WORD, METHOD, STATUS, FLAG, EXCEPTIONS);

        boolean isNumber() {
            return !LEFT.contains(this);
        }
    }

    /** Those that the list's first column, which cannot be left out, shows together. */
    private static final Set<ItemColumn> HEAD = EnumSet.of(ITEM, NAME);

    private static final List<ItemColumn> OF_PLANNERS = List.of(
            WAREHOUSE,
            ABC,
            DEMAND,
            STATUS,
            ON_HAND,
            ON_ORDER,
            FORECAST,
            COVER,
            SAFETY_STOCK,
            REORDER_POINT,
            VALUE,
            PROPOSED,
            EXCEPTIONS);
    private static final List<ItemColumn> OF_BUYERS = List.of(
            WAREHOUSE,
            SUPPLIER,
            STATUS,
            ON_HAND,
            ON_ORDER,
            FORECAST,
            COVER,
            RUNS_OUT,
            LEAD_TIME,
            MIN_ORDER,
            MULTIPLE,
            PROPOSED,
            EXCEPTIONS);
    private static final List<ItemColumn> OF_ANALYSTS = List.of(
            WAREHOUSE,
            ABC,
            DEMAND,
            STATUS,
            POLICY,
            SERVICE,
            SAFETY_STOCK,
            REORDER_POINT,
            ORDER_UP_TO,
            METHOD,
            SCALED_ERROR,
            COVER,
            EXCEPTIONS);

    /** As the database writes numbers that are none. */
    private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

    private final String column;
    private final Kind kind;
    private final @Nullable String direction;
    private final @Nullable String override;

    ItemColumn(String column, Kind kind, @Nullable String direction) {
        this(column, kind, direction, null);
    }

    /**
     * @param direction in which people look first; null: the list is not sorted by it
     * @param override column of {@code policy_overrides.csv} by which a person sets it; null: by none
     */
    ItemColumn(String column, Kind kind, @Nullable String direction, @Nullable String override) {
        this.column = column;
        this.kind = kind;
        this.direction = direction;
        this.override = override;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of {@code item_list}. */
    String column() {
        return column;
    }

    Kind kind() {
        return kind;
    }

    public boolean isNumber() {
        return kind.isNumber();
    }

    public boolean isSortable() {
        return direction != null;
    }

    /** Whether a list that is sorted by it, and not the other way round, begins with the smallest. */
    boolean isAscendingFirst() {
        return "ASC".equals(direction);
    }

    /** Whether a text can be compared with its values. */
    boolean understands(String value) {
        try {
            if (kind == Kind.DATE) {
                LocalDate.parse(value);
            } else if (kind.isNumber() || kind == Kind.EXCEPTIONS) {
                new BigDecimal(value);
            }
            return true;
        } catch (NumberFormatException | DateTimeParseException misspelt) {
            return NOT_FINITE.contains(value) && kind.isNumber();
        }
    }

    @Nullable
    String override() {
        return override;
    }

    /** All that can be chosen. */
    static List<ItemColumn> choices() {
        return Arrays.stream(values()).filter(column -> !HEAD.contains(column)).toList();
    }

    static Optional<ItemColumn> findChoice(String key) {
        return choices().stream().filter(column -> column.key().equals(key)).findFirst();
    }

    /** What somebody sees who has chosen nothing. */
    static List<ItemColumn> defaultsOf(Set<Role> roles) {
        if (roles.contains(Role.PLANNER)) {
            return OF_PLANNERS;
        }
        if (roles.contains(Role.BUYER) || roles.contains(Role.APPROVER)) {
            return OF_BUYERS;
        }
        return roles.contains(Role.ANALYST) ? OF_ANALYSTS : OF_PLANNERS;
    }
}
