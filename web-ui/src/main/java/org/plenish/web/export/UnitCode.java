package org.plenish.web.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Units of measure in the codes of the standards: UN/ECE Recommendation 20 for UBL, the same or its older codes for
 * EDIFACT, data element 355 for X12.
 */
enum UnitCode {
    PIECE("C62", "PCE", "EA", "", "piece", "pieces", "pc", "pcs", "pce", "ea", "each", "unit", "units", "c62", "h87"),
    BOX("BX", "BX", "BX", "box", "boxes", "bx"),
    CARTON("CT", "CT", "CT", "carton", "cartons", "ct", "case", "cases"),
    PACK("PK", "PK", "PK", "pack", "packs", "package", "pk"),
    PALLET("PF", "PF", "PF", "pallet", "pallets", "pf"),
    PAIR("PR", "PR", "PR", "pair", "pairs", "pr"),
    SET("SET", "SET", "ST", "set", "sets"),
    ROLL("RO", "RO", "RL", "roll", "rolls"),
    KILOGRAM("KGM", "KGM", "KG", "kg", "kgm", "kilogram", "kilograms"),
    GRAM("GRM", "GRM", "GR", "g", "grm", "gram", "grams"),
    LITRE("LTR", "LTR", "LT", "l", "ltr", "litre", "litres", "liter", "liters"),
    METRE("MTR", "MTR", "MR", "m", "mtr", "metre", "metres", "meter", "meters"),
    /** Mutually defined: the two sides know what they mean. */
    OTHER("ZZ", "ZZ", "ZZ");

    private final String unece;
    private final String edifact;
    private final String x12;
    private final List<String> words;

    UnitCode(String unece, String edifact, String x12, String... words) {
        this.unece = unece;
        this.edifact = edifact;
        this.x12 = x12;
        this.words = List.of(words);
    }

    static UnitCode of(String unit) {
        String word = unit.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(code -> code.words.contains(word))
                .findFirst()
                .orElse(OTHER);
    }

    String unece() {
        return unece;
    }

    String edifact() {
        return edifact;
    }

    String x12() {
        return x12;
    }
}
