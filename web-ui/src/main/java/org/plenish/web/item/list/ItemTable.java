package org.plenish.web.item.list;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenish.web.export.Table;
import org.plenish.web.shared.PlanHeader;

/** The columns of the list as those of a file: what is shown, in that order, behind the item's number and name. */
final class ItemTable {

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private ItemTable() {}

    static Table<ItemRow> of(PlanHeader plan, List<ItemColumn> columns) {
        Table<ItemRow> table = Table.<ItemRow>named("items").text("item", ItemRow::item);
        // The warehouse is part of what a row is about, shown or not.
        table = table.text("warehouse", ItemRow::warehouse).text("description", ItemRow::description);
        boolean money = false;
        for (ItemColumn column : columns) {
            if (column != ItemColumn.WAREHOUSE) {
                table = with(table, column, plan);
                money |= column.kind() == ItemColumn.Kind.MONEY || column.kind() == ItemColumn.Kind.PRICE;
            }
        }
        return money ? table.text("currency", row -> plan.currency()) : table;
    }

    private static Table<ItemRow> with(Table<ItemRow> table, ItemColumn column, PlanHeader plan) {
        String name = name(column, plan);
        return switch (column.kind()) {
            case TEXT -> table.text(name, row -> row.value(column).toString());
            case METHOD -> table.text(name, row -> row.value(column).toString());
            case WORD, STATUS -> table.word(name, row -> row.value(column).toString());
            case FLAG -> table.text(name, row -> row.value(column).toString());
            case DATE -> table.date(name, row -> day(row.value(column)));
            case MONEY, PRICE -> table.money(name, row -> money(column, row));
            case FORECAST ->
                table.number(
                        name,
                        row -> number(column).apply(row).doubleValue()
                                * plan.bucket().days());
            default -> table.number(name, number(column)::apply);
        };
    }

    private static Function<ItemRow, Number> number(ItemColumn column) {
        return row -> (Number) row.value(column);
    }

    /** Computed amounts to the hundredth. */
    private static @Nullable BigDecimal money(ItemColumn column, ItemRow row) {
        if (row.value(column) instanceof Double computed) {
            return computed.isNaN() || computed.isInfinite()
                    ? null
                    : BigDecimal.valueOf(computed).setScale(2, RoundingMode.HALF_EVEN);
        }
        return (BigDecimal) row.value(column);
    }

    private static @Nullable LocalDate day(Object value) {
        LocalDate day = ((Date) value).toLocalDate();
        return day.equals(NEVER) ? null : day;
    }

    private static String name(ItemColumn column, PlanHeader plan) {
        return switch (column) {
            case ABC -> "abc";
            case FORECAST -> "forecast_a_" + plan.bucket().name().toLowerCase(Locale.ROOT);
            case COVER -> "cover_days";
            case VALUE -> "on_hand_value";
            case DEMAND -> "demand_class";
            case SERVICE -> "service_level";
            case ORDER_UP_TO -> "order_up_to_level";
            case LEAD_TIME -> "lead_time_days";
            case REVIEW -> "review_days";
            case LAST_SALE -> "days_since_last_sale";
            case METHOD -> "forecast_method";
            case METHOD_OF_STOCK -> "safety_stock_method";
            case POLICY -> "policy_type";
            case MULTIPLE -> "order_multiple";
            default -> column.key();
        };
    }
}
