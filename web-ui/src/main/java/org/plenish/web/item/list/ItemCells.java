package org.plenish.web.item.list;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.plenish.web.shared.Figures;
import org.plenish.web.shared.PlanHeader;
import org.springframework.context.MessageSource;

/** Writes the values of the list as a page shows them, in one language and for one plan. */
final class ItemCells {

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final MessageSource texts;
    private final Locale locale;
    private final Figures figures;
    private final double bucketDays;
    private final String byPerson;

    ItemCells(MessageSource texts, Locale locale, PlanHeader plan) {
        this.texts = texts;
        this.locale = locale;
        this.figures = plan.figures();
        this.bucketDays = plan.bucket().days();
        this.byPerson = say("items.byPerson");
    }

    /** A row, ready to be shown; {@code marks} sums up what a person has set on columns that are not shown. */
    record Shown(ItemRow row, List<ItemCell> cells, boolean marked) {}

    List<Shown> of(List<ItemRow> rows, List<ItemColumn> columns) {
        return rows.stream()
                .map(row -> new Shown(
                        row,
                        columns.stream().map(column -> cell(row, column)).toList(),
                        row.overridden().stream()
                                .anyMatch(field ->
                                        columns.stream().noneMatch(column -> field.equals(column.override())))))
                .toList();
    }

    private ItemCell cell(ItemRow row, ItemColumn column) {
        ItemCell cell = plain(row, column, row.value(column));
        return row.isOverridden(column) ? cell.marked(byPerson) : cell;
    }

    private ItemCell plain(ItemRow row, ItemColumn column, Object value) {
        return switch (column.kind()) {
            case TEXT ->
                column == ItemColumn.SUPPLIER
                        ? new ItemCell(
                                row.supplierName().isBlank() ? value.toString() : row.supplierName(),
                                "",
                                null,
                                null,
                                row.supplierName().isBlank() ? null : value.toString(),
                                null)
                        : ItemCell.text(value.toString());
            case WORD -> ItemCell.text(word("answer.", value));
            case METHOD -> ItemCell.text(word("method.", value));
            case STATUS ->
                new ItemCell(
                        word("status.", value),
                        "",
                        "pill pill-" + value.toString().toLowerCase(Locale.ROOT),
                        null,
                        null,
                        null);
            case FLAG -> ItemCell.text(Boolean.TRUE.equals(value) ? say("answer.true") : "");
            case UNITS -> ItemCell.number(figures.units(number(value).longValue()));
            case STOCK ->
                new ItemCell(
                        figures.units(number(value).longValue()),
                        number(value).longValue() <= 0 ? "num short" : "num",
                        null,
                        null,
                        null,
                        null);
            case PROPOSED ->
                ItemCell.number(
                        number(value).longValue() == 0
                                ? ""
                                : figures.units(number(value).longValue()));
            case QUANTITY -> ItemCell.number(figures.quantity(number(value).doubleValue()));
            case FORECAST -> ItemCell.number(figures.quantity(number(value).doubleValue() * bucketDays));
            case DECIMAL -> ItemCell.number(figures.decimal(number(value).doubleValue()));
            case DAYS -> ItemCell.number(figures.dayCount(number(value).doubleValue()));
            case SHARE -> ItemCell.number(figures.percent(number(value).doubleValue()));
            case PRICE -> ItemCell.number(figures.price(new BigDecimal(value.toString())));
            case MONEY -> ItemCell.number(figures.wholeMoney(number(value).doubleValue()));
            case DATE -> date(((Date) value).toLocalDate());
            case EXCEPTIONS -> exceptions(number(value).intValue(), row.severity());
        };
    }

    private ItemCell date(LocalDate day) {
        return day.equals(NEVER)
                ? ItemCell.number(figures.date(null))
                : new ItemCell(figures.date(day), "num short", null, null, null, null);
    }

    private ItemCell exceptions(int count, String severity) {
        return count == 0
                ? ItemCell.text("")
                : new ItemCell(
                        say("items.exceptionCount", count, say("severity." + severity)),
                        "",
                        null,
                        "dot dot-" + severity.toLowerCase(Locale.ROOT),
                        null,
                        null);
    }

    private static Number number(Object value) {
        return (Number) value;
    }

    private String word(String prefix, Object value) {
        String word = value.toString();
        return String.valueOf(texts.getMessage(prefix + word, null, word, locale));
    }

    private String say(String key, Object... values) {
        return texts.getMessage(key, values, locale);
    }
}
