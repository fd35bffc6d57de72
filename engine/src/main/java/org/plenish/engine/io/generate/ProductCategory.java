package org.plenish.engine.io.generate;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A category of goods and what is typical of it. A description belongs to the first category, in this order, of which
 * it has a key word. Prices and the share of articles follow the key words' counts and median prices in the real sales
 * that {@link DatasetGenerator} names; margins, volumes and weights are a gift wholesaler's plausible ones.
 */
enum ProductCategory {
    CHRISTMAS(
            "Christmas",
            6,
            1.65,
            0.50,
            0.65,
            0.9,
            160,
            0,
            "",
            "CHRISTMAS XMAS ADVENT REINDEER SANTA SNOWFLAKE"
                    + " SNOWFLAKES SNOWMAN SNOWMEN BAUBLE BAUBLES STOCKING NOEL"),
    JEWELLERY(
            "Jewellery",
            9,
            3.75,
            0.55,
            0.70,
            0.10,
            300,
            0,
            "",
            "NECKLACE EARRINGS BRACELET RING CHARM BROOCH BANGLE"
                    + " PENDANT NECKLACES BRACELETS HAIRCLIP HAIR DIAMANTE"),
    CANDLES(
            "Candles and lights",
            8,
            2.10,
            0.45,
            0.60,
            0.7,
            350,
            0,
            "",
            "CANDLE CANDLES T-LIGHT T-LIGHTS LANTERN" + " LIGHT LIGHTS CANDLESTICK LAMP CANDELABRA LANTERNS"),
    BAGS(
            "Bags and purses",
            8,
            2.10,
            0.45,
            0.60,
            0.8,
            200,
            0,
            "",
            "BAG BAGS PURSE HANDBAG WALLET SHOPPER LUGGAGE" + " HOLDALL RUCKSACK"),
    PARTY(
            "Party",
            6,
            0.85,
            0.50,
            0.65,
            0.5,
            180,
            0,
            "",
            "PARTY BUNTING GARLAND BALLOON BALLOONS BIRTHDAY DOILY" + " DOILIES NAPKINS STRAWS CONFETTI"),
    STATIONERY(
            "Cards and stationery",
            12,
            0.85,
            0.50,
            0.65,
            0.20,
            600,
            0,
            "",
            "CARD CARDS NOTEBOOK PEN PENS PENCIL"
                    + " PENCILS WRAP STICKERS STICKER LETTER TAPE PAPER RIBBON RIBBONS ENVELOPE BOOK TISSUES NOTE STAMP"
                    + " STAMPS CHALK ERASER RUBBER PASSPORT"),
    TOYS(
            "Toys and games",
            9,
            1.65,
            0.45,
            0.60,
            0.9,
            220,
            0,
            "",
            "TOY TOYS GAME GAMES JIGSAW DOLL DOLLY PUZZLE"
                    + " SPACEBOY CHILDRENS CHILDS GIRLS BABUSHKA DOMINOES SKITTLES PLAYING SOLDIER HORSE DINOSAUR CRAYONS"),
    BAKING(
            "Baking",
            5,
            1.45,
            0.45,
            0.60,
            0.7,
            250,
            0,
            "",
            "CAKE CAKES CAKESTAND BAKING CASES MUFFIN COOKIE CUTTER" + " CUTTERS ROLLING SPATULA"),
    KITCHEN(
            "Kitchen and table",
            12,
            2.10,
            0.45,
            0.60,
            1.1,
            420,
            0,
            "",
            "MUG MUGS CUP CUPS PLATE PLATES BOWL BOWLS TEA"
                    + " COFFEE CUTLERY KITCHEN TEAPOT JUG TRAY LUNCH GLASS GLASSES SAUCER SPOON SPOONS BOTTLE COASTER COASTERS"
                    + " DISH EGG RECIPE PLACEMATS SPICE"),
    STORAGE(
            "Storage and boxes",
            7,
            3.75,
            0.40,
            0.55,
            4.0,
            180,
            0,
            "",
            "BOX BOXES TIN TINS DRAWER DRAWERS BASKET JAR" + " JARS STORAGE CABINET RACK CRATE TRINKET CHEST PANTRY"),
    TEXTILES(
            "Textiles",
            6,
            4.95,
            0.45,
            0.60,
            3.2,
            150,
            0,
            "",
            "CUSHION TOWEL TOWELS BLANKET QUILT APRON DOORMAT"
                    + " CUSHIONS THROW RUG COSY OVEN TABLECLOTH CURTAIN WARMER SLIPPER COVER SCARF"),
    GARDEN(
            "Garden",
            5,
            2.95,
            0.40,
            0.55,
            2.2,
            250,
            0,
            "",
            "GARDEN PARASOL PLANT PLANTER WATERING UMBRELLA POT POTS" + " SEEDS BIRDHOUSE PICNIC GARDENING TROWEL"),
    BATH(
            "Bath and scent",
            4,
            1.65,
            0.50,
            0.65,
            0.5,
            500,
            900,
            "",
            "SOAP BATH BATHROOM SCENTED INCENSE SPONGE ROSEWATER" + " LAVENDER TOILET"),
    WALL(
            "Wall and mirrors",
            7,
            3.75,
            0.45,
            0.60,
            2.5,
            300,
            0,
            "",
            "CLOCK MIRROR FRAME SIGN ART HOOK HOOKS WALL" + " PICTURE PHOTO HANGER MAGNETS METAL KNOB"),
    FOOD(
            "Sweets and chocolate",
            3,
            1.95,
            0.35,
            0.50,
            0.4,
            550,
            240,
            "chilled",
            "MARSHMALLOWS BISCUITS LOLLIPOP" + " TRUFFLES FUDGE NOUGAT"),
    OILS(
            "Lamp oil and polish",
            2,
            2.95,
            0.40,
            0.55,
            0.7,
            800,
            1_095,
            "hazard",
            "PARAFFIN VARNISH POLISH THINNER" + " GLUE"),
    DECORATION(
            "Home decoration",
            11,
            1.65,
            0.50,
            0.65,
            0.8,
            250,
            0,
            "",
            "DECORATION HEART HEARTS ORNAMENT HANGING" + " FLOWER FLOWERS WREATH STAR BIRD VASE HOLDER");

    private static final List<ProductCategory> ALL = List.of(values());

    private final String label;
    private final int sharePercent;
    private final double medianPrice;
    private final double lowMargin;
    private final double highMargin;
    private final double litres;
    private final double kgPerM3;
    private final int shelfLifeDays;
    private final String storageClass;
    private final Set<String> keyWords;

    /**
     * @param sharePercent of the articles
     * @param medianPrice currency units
     * @param litres a unit of median price takes, packed
     * @param shelfLifeDays 0: does not expire
     */
    ProductCategory(
            String label,
            int sharePercent,
            double medianPrice,
            double lowMargin,
            double highMargin,
            double litres,
            double kgPerM3,
            int shelfLifeDays,
            String storageClass,
            String keyWords) {
        this.label = label;
        this.sharePercent = sharePercent;
        this.medianPrice = medianPrice;
        this.lowMargin = lowMargin;
        this.highMargin = highMargin;
        this.litres = litres;
        this.kgPerM3 = kgPerM3;
        this.shelfLifeDays = shelfLifeDays;
        this.storageClass = storageClass;
        this.keyWords = Set.of(keyWords.split(" "));
    }

    String label() {
        return label;
    }

    double medianPrice() {
        return medianPrice;
    }

    double lowMargin() {
        return lowMargin;
    }

    double highMargin() {
        return highMargin;
    }

    double litres() {
        return litres;
    }

    double kgPerM3() {
        return kgPerM3;
    }

    int shelfLifeDays() {
        return shelfLifeDays;
    }

    String storageClass() {
        return storageClass;
    }

    /** By share of articles. */
    static ProductCategory draw(KeyedRandom random) {
        int total = ALL.stream().mapToInt(category -> category.sharePercent).sum();
        int position = random.between(0, total - 1);
        for (ProductCategory category : ALL) {
            position -= category.sharePercent;
            if (position < 0) {
                return category;
            }
        }
        return DECORATION;
    }

    /** The first category that has a word of {@code description}; drawn by share where none has. */
    static ProductCategory ofDescription(String description, KeyedRandom random) {
        Set<String> words =
                new HashSet<>(List.of(description.toUpperCase(Locale.ROOT).split("[^A-Z-]+")));
        return ALL.stream()
                .filter(category -> category.keyWords.stream().anyMatch(words::contains))
                .findFirst()
                .orElseGet(() -> draw(random));
    }
}
