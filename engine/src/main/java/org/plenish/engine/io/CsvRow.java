package org.plenish.engine.io;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.CsvTable.Column;
import org.plenish.engine.io.ImportProblem.Severity;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.UnitPrice;

/**
 * The row that is being read: its cells by declared column, turned into numbers, dates and keys. Surrounding blanks do
 * not count; an empty cell means "not given".
 *
 * <p>Each kind of cell has up to three getters. {@code x(column)} demands a value, {@code xOr(column, other)} stands in
 * for an empty cell, {@code xIfGiven(column)} returns null for one. A cell that breaks its requirement is noted as an
 * error with file, line, column and value, and the getter returns a stand-in that must not be kept.
 */
public final class CsvRow {

    /** More units or days than this in one cell are a slip of the keyboard. */
    public static final int LARGEST_WHOLE_NUMBER = 1_000_000_000;

    /** More than this in one cell is a slip of the keyboard, whatever its unit. */
    public static final double LARGEST_NUMBER = 1e12;

    private static final String WRONG_SIGN = "the sign or the unit is wrong in the source: correct it there";
    private static final String NOT_A_NUMBER =
            "the source could not compute it, or the columns are shifted: correct the cell or remove the row";
    private static final String TOO_LARGE =
            "a decimal point was lost, or the unit is another: correct it in the source";
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]+");
    private static final Pattern NUMBER =
            Pattern.compile("-?([0-9]{1,15}|(?=[.]))([.][0-9]{1,25})?([eE][+-]?[0-9]{1,2})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DATE_AND_TIME = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})[T ].*");
    private static final Pattern ONLY_ZEROS_AFTER_POINT = Pattern.compile("(-?[0-9]+)[.]0{1,2}");
    private static final Pattern GROUPED = Pattern.compile("-?[0-9]{1,3}([., '][0-9]{3})+([.,][0-9]+)?");

    private static final List<String> WEEKDAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    private final String file;
    private final int headerFields;
    private final int[] fieldOfColumn;
    private final boolean decimalComma;
    private final ImportProblems problems;

    private List<String> fields = List.of();
    private long line;
    private long lastLine;
    private boolean good;
    private boolean damaged;
    private final BitSet wrongColumns = new BitSet();
    private String lastDateCell = LocalDate.EPOCH.toString();
    private LocalDate lastDate = LocalDate.EPOCH;

    CsvRow(String file, int headerFields, int[] fieldOfColumn, boolean decimalComma, ImportProblems problems) {
        this.file = file;
        this.headerFields = headerFields;
        this.fieldOfColumn = fieldOfColumn;
        this.decimalComma = decimalComma;
        this.problems = problems;
    }

    /** Goes to the next row; false if there is nothing in it to read. */
    boolean take(long startingLine, List<String> newFields) {
        line = startingLine;
        lastLine = startingLine;
        fields = newFields;
        good = true;
        damaged = false;
        wrongColumns.clear();
        boolean blank = true;
        boolean surplus = false;
        for (int i = 0; i < fields.size(); i++) {
            String field = fields.get(i);
            boolean given = !field.isBlank();
            blank &= !given;
            surplus |= given && i >= headerFields;
            damaged |= field.indexOf('\0') >= 0;
            lastLine += lineBreaks(field);
        }
        if (damaged) {
            error("holds a NUL byte, which no text has", "the file is damaged or not CSV: export it again");
            return true;
        }
        if (!blank && (surplus || fields.size() < headerFields)) {
            String suggestion = "a delimiter is missing, or a cell that holds one has no quotation marks";
            error("has " + fields.size() + " cells, but must have " + headerFields + " as the header", suggestion);
            return false;
        }
        return !blank;
    }

    private static long lineBreaks(String field) {
        return field.indexOf('\n') < 0
                ? 0
                : field.chars().filter(character -> character == '\n').count();
    }

    /** Whether reading on makes no sense. */
    boolean isDamaged() {
        return damaged;
    }

    /** The last line of the file that this row covers. */
    long lastLine() {
        return lastLine;
    }

    /** Line of the file on which the row starts, from 1. */
    public long line() {
        return line;
    }

    /** Whether no error was noted for this row up to now. */
    public boolean isGood() {
        return good;
    }

    public boolean isGiven(Column column) {
        return !cell(column).isEmpty();
    }

    /** The cell's text without surrounding blanks; empty if it is not given. */
    public String text(Column column) {
        return cell(column);
    }

    /** As {@link #text}, with {@code other} for an empty cell. */
    public String textOr(Column column, String other) {
        String cell = cell(column);
        return cell.isEmpty() ? other : cell;
    }

    /** A key, for example {@code row.key(item, ItemId::new)}. */
    public <K> K key(Column column, Function<String, K> make) {
        String cell = cell(column);
        if (cell.isEmpty()) {
            error(column, "must name something", null);
            return make.apply("?");
        }
        return make.apply(cell);
    }

    public <K> @Nullable K keyIfGiven(Column column, Function<String, K> make) {
        return isGiven(column) ? key(column, make) : null;
    }

    /** A whole number of {@code least} or more. */
    public int wholeNumber(Column column, int least) {
        return wholeNumber(column, least, LARGEST_WHOLE_NUMBER);
    }

    /** A whole number from {@code least} to {@code most}. */
    public int wholeNumber(Column column, int least, int most) {
        return wholeNumber(column, least, most, null);
    }

    /**
     * A whole number of {@code least} or more.
     *
     * @param ifBelow suggestion for a number below {@code least}
     */
    public int wholeNumber(Column column, int least, String ifBelow) {
        return wholeNumber(column, least, LARGEST_WHOLE_NUMBER, ifBelow);
    }

    private int wholeNumber(Column column, int least, int most, @Nullable String ifBelow) {
        String cell = cell(column);
        if (!WHOLE_NUMBER.matcher(cell).matches()) {
            error(column, "must be a whole number" + orMore(least), wholeNumberSuggestion(cell));
            return Math.max(0, least);
        }
        boolean negative = cell.charAt(0) == '-';
        boolean long10 = cell.length() > (negative ? 11 : 10);
        long number = long10 ? (negative ? Long.MIN_VALUE : Long.MAX_VALUE) : Long.parseLong(cell);
        long smallest = Math.max(least, -LARGEST_WHOLE_NUMBER);
        if (number < smallest) {
            error(column, "must be " + smallest + " or more", ifBelow == null ? WRONG_SIGN : ifBelow);
            return Math.max(0, least);
        }
        if (number > most) {
            error(column, "must be " + most + " or less", TOO_LARGE);
            return Math.max(0, least);
        }
        return (int) number;
    }

    public int wholeNumberOr(Column column, int least, int other) {
        return isGiven(column) ? wholeNumber(column, least) : other;
    }

    public @Nullable Integer wholeNumberIfGiven(Column column, int least) {
        return isGiven(column) ? (Integer) wholeNumber(column, least) : null;
    }

    private static String orMore(int least) {
        return least <= -LARGEST_WHOLE_NUMBER ? "" : " of " + least + " or more";
    }

    private static String wholeNumberSuggestion(String cell) {
        Matcher zeros = ONLY_ZEROS_AFTER_POINT.matcher(cell);
        if (zeros.matches()) {
            return "a spreadsheet added the decimals: write " + zeros.group(1);
        }
        if (GROUPED.matcher(cell).matches()) {
            return "the thousands are grouped: write the digits only";
        }
        return NUMBER.matcher(cell).matches() ? "a smaller unit of measure makes it whole" : NOT_A_NUMBER;
    }

    /** A number from {@code least} to {@code most}. */
    public double number(Column column, double least, double most) {
        BigDecimal number = decimal(column, BigDecimal.valueOf(least), BigDecimal.valueOf(most));
        return number == null ? Math.max(0, least) : number.doubleValue();
    }

    public double numberOr(Column column, double least, double most, double other) {
        return isGiven(column) ? number(column, least, most) : other;
    }

    public @Nullable Double numberIfGiven(Column column, double least, double most) {
        return isGiven(column) ? (Double) number(column, least, most) : null;
    }

    /** Currency units for one unit, 0 or more. */
    public UnitPrice unitPrice(Column column) {
        BigDecimal number = decimal(column, BigDecimal.ZERO, BigDecimal.valueOf(LARGEST_NUMBER));
        return number == null ? UnitPrice.ZERO : new UnitPrice(number);
    }

    public UnitPrice unitPriceOr(Column column, UnitPrice other) {
        return isGiven(column) ? unitPrice(column) : other;
    }

    public @Nullable UnitPrice unitPriceIfGiven(Column column) {
        return isGiven(column) ? unitPrice(column) : null;
    }

    /** An amount of currency units, 0 or more, rounded half-even to hundredths. */
    public Money money(Column column) {
        return Money.of(unitPrice(column).amount());
    }

    public Money moneyOr(Column column, Money other) {
        return isGiven(column) ? money(column) : other;
    }

    /** The cell as a decimal number; null, and noted, if it is none or out of range. */
    private @Nullable BigDecimal decimal(Column column, BigDecimal least, BigDecimal most) {
        String cell = cell(column);
        String pointed = decimalComma ? cell.replace(',', '.') : cell;
        boolean otherMark = decimalComma && cell.indexOf('.') >= 0;
        if (otherMark || !NUMBER.matcher(pointed).matches()) {
            String mark = decimalComma ? " with a decimal comma" : "";
            error(column, "must be a number" + mark + " of " + plain(least) + " or more", numberSuggestion(cell));
            return null;
        }
        BigDecimal number = new BigDecimal(pointed);
        if (number.compareTo(least) < 0) {
            error(column, "must be " + plain(least) + " or more", WRONG_SIGN);
            return null;
        }
        if (number.compareTo(most) > 0) {
            error(column, "must be " + plain(most) + " or less", TOO_LARGE);
            return null;
        }
        return number;
    }

    private String numberSuggestion(String cell) {
        if (decimalComma) {
            return cell.indexOf('.') < 0 ? NOT_A_NUMBER : "the point groups thousands: leave it out";
        }
        if (cell.indexOf(',') < 0) {
            return NOT_A_NUMBER;
        }
        return "the comma is a decimal comma: then delimit cells with ; and say decimal: \",\" in dataset.yaml;"
                + " if it groups thousands, leave it out";
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** A day, written {@code 2026-11-23}. */
    public LocalDate date(Column column) {
        String cell = cell(column);
        if (cell.equals(lastDateCell)) { // sales come by day: most rows have the date of the row before
            return lastDate;
        }
        LocalDate date;
        try {
            date = LocalDate.parse(cell); // strict: it does not turn 30 February into 2 March
        } catch (DateTimeParseException e) {
            if (DATE.matcher(cell).matches()) {
                error(column, "must be a day that the calendar has", "a digit was mistyped: correct it in the source");
            } else {
                error(column, "must be a date like 2026-11-23", dateSuggestion(cell));
            }
            return LocalDate.EPOCH;
        }
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            String requirement = "must lie in the years " + FIRST_YEAR + " to " + LAST_YEAR;
            error(column, requirement, "the year was cut: write all four digits");
            return LocalDate.EPOCH;
        }
        lastDateCell = cell;
        lastDate = date;
        return date;
    }

    public @Nullable LocalDate dateIfGiven(Column column) {
        return isGiven(column) ? date(column) : null;
    }

    /** Notes an error at {@code end} if both days are given and it lies before {@code start}. */
    public void notBefore(Column end, @Nullable LocalDate endDay, Column start, @Nullable LocalDate startDay) {
        if (good && endDay != null && startDay != null && endDay.isBefore(startDay)) {
            error(end, "must not be before " + start.name() + " " + startDay, "the two days were exchanged");
        }
    }

    private static @Nullable String dateSuggestion(String cell) {
        Matcher dateAndTime = DATE_AND_TIME.matcher(cell);
        if (dateAndTime.matches()) {
            return "the time of day is to be cut off: write " + dateAndTime.group(1);
        }
        return cell.isEmpty() ? null : "day and month stand elsewhere in the source: write year-month-day";
    }

    /** Weekdays, written {@code MON;THU}; none for an empty cell. */
    public Set<DayOfWeek> weekdays(Column column) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        if (!isGiven(column)) {
            return days;
        }
        for (String word : cell(column).toUpperCase(Locale.ROOT).split(";", -1)) {
            int index = WEEKDAYS.indexOf(word.strip());
            if (index < 0) {
                error(column, "must list weekdays like MON;THU", null);
                return days;
            }
            days.add(DayOfWeek.of(index + 1));
        }
        return days;
    }

    /** One of an enumeration's names, in any case; {@code other} for an empty cell. */
    public <E extends Enum<E>> E oneOf(Column column, Class<E> type, E other) {
        String cell = cell(column);
        if (cell.isEmpty()) {
            return other;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(cell)) {
                return constant;
            }
        }
        String names = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        error(column, "must be one of " + names, "the source uses another word for it: replace it");
        return other;
    }

    /** {@code true}, {@code yes} or {@code 1}; {@code false}, {@code no}, {@code 0} or an empty cell. */
    public boolean flag(Column column) {
        return switch (cell(column).toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0", "" -> false;
            default -> {
                error(column, "must be true or false", "the source uses another word for it: replace it");
                yield false;
            }
        };
    }

    /**
     * Notes that a cell breaks a requirement, for example {@code must be 1 or more}; the row is then not good. Of one
     * cell only the first error counts: others follow from it.
     */
    public void error(Column column, String requirement, @Nullable String suggestion) {
        good = false;
        if (wrongColumns.get(column.position())) {
            return;
        }
        wrongColumns.set(column.position());
        problems.add(Severity.ERROR, file, line, column.name(), cell(column), requirement, suggestion);
    }

    /** Notes an error of the row as a whole. */
    public void error(String requirement, @Nullable String suggestion) {
        good = false;
        problems.add(Severity.ERROR, file, line, null, null, requirement, suggestion);
    }

    /** Notes something doubtful in a cell that is kept as it is. */
    public void warning(Column column, String remark, @Nullable String suggestion) {
        problems.add(Severity.WARNING, file, line, column.name(), cell(column), remark, suggestion);
    }

    private String cell(Column column) {
        int field = fieldOfColumn[column.position()];
        return field < 0 ? "" : fields.get(field).strip();
    }
}
