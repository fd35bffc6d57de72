package org.plenish.engine.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who bought what together: the rows of sales that name a customer. What one customer bought at one warehouse on one day is
 * a basket. Beyond a number of rows only whole baskets are kept, chosen by their hash, so that shares stay what they are.
 *
 * @param items of which the rows are, by number
 * @param warehouses of which the rows are, by number
 * @param keys of the basket of each row; aligned with the three after it
 * @param itemNumbers in {@code items}
 * @param warehouseNumbers in {@code warehouses}
 * @param epochDays of the sale
 * @param keptShare of the baskets, above 0 to 1
 * @param anonymousRows sales without a customer, which are in no basket
 */
@SuppressWarnings("ArrayRecordComponent") // columns of a table with a million rows
public record Baskets(
        List<ItemId> items,
        List<WarehouseId> warehouses,
        long[] keys,
        int[] itemNumbers,
        int[] warehouseNumbers,
        int[] epochDays,
        double keptShare,
        long anonymousRows) {

    public static final Baskets NONE =
            new Baskets(List.of(), List.of(), new long[0], new int[0], new int[0], new int[0], 1, 0);

    public Baskets {
        items = List.copyOf(items);
        warehouses = List.copyOf(warehouses);
        Require.sameLength(keys.length, itemNumbers.length, "items");
        Require.sameLength(keys.length, warehouseNumbers.length, "warehouses");
        Require.sameLength(keys.length, epochDays.length, "days");
    }

    public int rows() {
        return keys.length;
    }

    /** Takes rows of sales in any order. Mutable. */
    public static final class Collector {

        private static final int FIRST_ROWS = 1024;
        private static final long ALL = 1L << 20;

        private final int mostRows;
        private final Map<ItemId, Integer> items = new HashMap<>();
        private final Map<WarehouseId, Integer> warehouses = new HashMap<>();
        private long[] keys = new long[FIRST_ROWS];
        private int[] itemNumbers = new int[FIRST_ROWS];
        private int[] warehouseNumbers = new int[FIRST_ROWS];
        private int[] epochDays = new int[FIRST_ROWS];
        private int count;
        private long kept = ALL;
        private long anonymousRows;

        /** @param mostRows that are kept; a row takes 20 bytes */
        public Collector(int mostRows) {
            this.mostRows = mostRows;
        }

        /** @param customer blank: not known */
        public void add(LocalDate day, SkuLocation location, String customer) {
            if (customer.isBlank()) {
                anonymousRows++;
                return;
            }
            int warehouse = number(warehouses, location.warehouse());
            int epochDay = Math.toIntExact(day.toEpochDay());
            long key = key(customer, warehouse, epochDay);
            if (!isKept(key)) {
                return;
            }
            if (count == keys.length) {
                grow();
            }
            keys[count] = key;
            itemNumbers[count] = number(items, location.item());
            warehouseNumbers[count] = warehouse;
            epochDays[count] = epochDay;
            count++;
            while (count > mostRows && kept > 1) {
                kept /= 2;
                dropOthers();
            }
        }

        public Baskets baskets() {
            return new Baskets(
                    byNumber(items),
                    byNumber(warehouses),
                    Arrays.copyOf(keys, count),
                    Arrays.copyOf(itemNumbers, count),
                    Arrays.copyOf(warehouseNumbers, count),
                    Arrays.copyOf(epochDays, count),
                    (double) kept / ALL,
                    anonymousRows);
        }

        private boolean isKept(long key) {
            return (key & (ALL - 1)) < kept;
        }

        private void dropOthers() {
            int to = 0;
            for (int from = 0; from < count; from++) {
                if (isKept(keys[from])) {
                    keys[to] = keys[from];
                    itemNumbers[to] = itemNumbers[from];
                    warehouseNumbers[to] = warehouseNumbers[from];
                    epochDays[to] = epochDays[from];
                    to++;
                }
            }
            count = to;
        }

        private void grow() {
            int longer = Math.multiplyExact(count, 2);
            keys = Arrays.copyOf(keys, longer);
            itemNumbers = Arrays.copyOf(itemNumbers, longer);
            warehouseNumbers = Arrays.copyOf(warehouseNumbers, longer);
            epochDays = Arrays.copyOf(epochDays, longer);
        }

        private static <T> int number(Map<T, Integer> numbers, T value) {
            Integer known = numbers.get(value);
            if (known == null) {
                known = numbers.size();
                numbers.put(value, known);
            }
            return known;
        }

        private static <T> List<T> byNumber(Map<T, Integer> numbers) {
            List<Map.Entry<T, Integer>> entries = new ArrayList<>(numbers.entrySet());
            entries.sort(Map.Entry.comparingByValue());
            return entries.stream().map(Map.Entry::getKey).toList();
        }

        /** FNV-1a over 64 bits, then mixed so that every bit depends on all that went in. */
        private static long key(String customer, int warehouse, int epochDay) {
            long hash = 0xcbf29ce484222325L;
            for (int i = 0; i < customer.length(); i++) {
                hash = (hash ^ customer.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ warehouse) * 0x100000001b3L;
            hash = (hash ^ epochDay) * 0x100000001b3L;
            hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
            hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
            return hash ^ (hash >>> 33);
        }
    }
}
