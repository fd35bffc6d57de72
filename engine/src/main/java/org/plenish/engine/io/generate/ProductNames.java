package org.plenish.engine.io.generate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Descriptions that a person can tell apart, such as "Enamel mug, forest green, 350 ml": material, product, colour and
 * size from the category's word lists. Neighbours differ in several words; none comes twice.
 */
final class ProductNames {

    private static final List<String> COLOURS = List.of(
            "forest green",
            "cream",
            "navy",
            "poppy red",
            "slate grey",
            "mustard",
            "rose",
            "sky blue",
            "black",
            "terracotta",
            "lilac",
            "white",
            "teal",
            "apricot");

    private static final Map<ProductCategory, Words> WORDS = words();

    private final Map<ProductCategory, Integer> used = new EnumMap<>(ProductCategory.class);

    private record Words(List<String> materials, List<String> products, List<String> sizes) {

        static Words of(String materials, String products, String sizes) {
            return new Words(split(materials), split(products), split(sizes));
        }

        private static List<String> split(String words) {
            return List.of(words.split("\\|"));
        }

        int combinations() {
            return materials.size() * products.size() * COLOURS.size() * sizes.size();
        }

        /** One-to-one below {@link #combinations}; each step changes product, material and colour. */
        String combination(int number) {
            int product = number % products.size();
            int rest = number / products.size();
            int material = (rest + product) % materials.size();
            rest /= materials.size();
            int colour = (rest + material * 3 + product * 2) % COLOURS.size();
            rest /= COLOURS.size();
            int size = (rest + product + colour) % sizes.size();
            return materials.get(material) + " " + products.get(product) + ", " + COLOURS.get(colour) + ", "
                    + sizes.get(size);
        }
    }

    /** The category's next description. */
    String next(ProductCategory category) {
        int number = used.merge(category, 1, Integer::sum) - 1;
        Words words = NetworkRules.require(WORDS, category);
        int series = number / words.combinations();
        String name = words.combination(number % words.combinations());
        return series == 0 ? name : name + ", series " + (series + 1);
    }

    private static Map<ProductCategory, Words> words() {
        Map<ProductCategory, Words> words = new EnumMap<>(ProductCategory.class);
        words.put(
                ProductCategory.CHRISTMAS,
                Words.of(
                        "Glass|Felt|Wooden|Tin|Paper|Knitted|Mercury glass",
                        "bauble|tree star|advent calendar|reindeer|stocking|angel|table sleigh|snow globe",
                        "small|medium|large"));
        words.put(
                ProductCategory.JEWELLERY,
                Words.of(
                        "Silver-plated|Glass bead|Brass|Resin|Enamelled|Pearl|Crystal",
                        "necklace|drop earrings|bracelet|ring|brooch|hair clip|bangle|charm",
                        "fine|classic|bold"));
        words.put(
                ProductCategory.CANDLES,
                Words.of(
                        "Soy wax|Beeswax|Stearin|Pressed glass|Iron|Ceramic|Punched tin",
                        "pillar candle|tealight holder|lantern|candlestick|string lights|taper pair|night light",
                        "10 cm|15 cm|20 cm"));
        words.put(
                ProductCategory.BAGS,
                Words.of(
                        "Canvas|Jute|Oilcloth|Cotton|Waxed|Recycled|Quilted",
                        "shopper|purse|lunch bag|wash bag|backpack|pencil pouch|weekend bag",
                        "small|medium|large"));
        words.put(
                ProductCategory.PARTY,
                Words.of(
                        "Paper|Cotton|Foil|Tissue|Card|Gingham|Dotted",
                        "bunting|garland|napkins|balloons|cake stand|straws|place cards|confetti",
                        "pack of 8|pack of 12|pack of 20"));
        words.put(
                ProductCategory.STATIONERY,
                Words.of(
                        "Linen|Recycled|Marbled|Letterpress|Kraft|Floral|Striped",
                        "notebook|greeting card|gift wrap|writing pad|pencil set|envelopes|desk diary|sticker sheet",
                        "A6|A5|A4"));
        words.put(
                ProductCategory.TOYS,
                Words.of(
                        "Wooden|Knitted|Tin|Felt|Magnetic|Pocket|Painted",
                        "jigsaw|rag doll|spinning top|animal set|domino|train|skittles|building blocks",
                        "24 pieces|48 pieces|60 pieces"));
        words.put(
                ProductCategory.BAKING,
                Words.of(
                        "Silicone|Steel|Paper|Beech|Ceramic|Copper|Non-stick",
                        "muffin cases|cookie cutters|rolling pin|cake tin|spatula|mixing spoon|pastry brush",
                        "small|standard|family size"));
        words.put(
                ProductCategory.KITCHEN,
                Words.of(
                        "Enamel|Stoneware|Porcelain|Glass|Bamboo|Bone china|Speckled",
                        "mug|side plate|cereal bowl|teapot|milk jug|egg cup|serving tray|coffee cup",
                        "250 ml|350 ml|500 ml|750 ml"));
        words.put(
                ProductCategory.STORAGE,
                Words.of(
                        "Seagrass|Tin|Wire|Wicker|Pine|Cardboard|Zinc",
                        "basket|storage box|bread bin|drawer unit|spice rack|biscuit tin|crate|jar",
                        "2 l|5 l|12 l"));
        words.put(
                ProductCategory.TEXTILES,
                Words.of(
                        "Linen|Cotton|Wool|Velvet|Waffle|Chambray|Boucle",
                        "cushion cover|tea towel|throw|apron|table runner|doormat|bath towel|oven glove",
                        "40 x 40 cm|50 x 70 cm|60 x 90 cm"));
        words.put(
                ProductCategory.GARDEN,
                Words.of(
                        "Terracotta|Galvanised|Willow|Oak|Cast iron|Coir|Glazed",
                        "planter|watering can|bird feeder|trowel|plant label set|garden lantern|hanging basket",
                        "12 cm|18 cm|25 cm"));
        words.put(
                ProductCategory.BATH,
                Words.of(
                        "Lavender|Rose|Sandalwood|Citrus|Fig|Sea salt|Eucalyptus",
                        "hand soap|bath salts|reed diffuser|room spray|hand cream|shower gel|bath bomb",
                        "100 ml|200 ml|300 ml"));
        words.put(
                ProductCategory.WALL,
                Words.of(
                        "Oak|Brass|Rattan|Enamel|Metal|Bevelled|Reclaimed wood",
                        "picture frame|wall clock|mirror|coat hook|wall sign|pinboard|poster hanger",
                        "20 x 25 cm|30 x 40 cm|50 x 60 cm"));
        words.put(
                ProductCategory.FOOD,
                Words.of(
                        "Dark|Milk|Salted caramel|Hazelnut|Raspberry|Ginger|Espresso",
                        "chocolate truffles|fudge|nougat|chocolate bar|pralines|marzipan|toffee",
                        "90 g|150 g|250 g"));
        words.put(
                ProductCategory.OILS,
                Words.of(
                        "Clear|Cedar|Linseed|Citronella|Walnut|Unscented|Orange",
                        "lamp oil|furniture polish|wood varnish|brush cleaner|leather balm|firelighters",
                        "250 ml|500 ml|1 l"));
        words.put(
                ProductCategory.DECORATION,
                Words.of(
                        "Ceramic|Glass|Driftwood|Dried|Papier-mache|Marble|Woven",
                        "vase|hanging heart|wreath|bird ornament|bowl of shells|candle plate|bookend|flower garland",
                        "small|medium|large"));
        return words;
    }
}
