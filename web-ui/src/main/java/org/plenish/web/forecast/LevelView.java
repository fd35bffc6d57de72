package org.plenish.web.forecast;

import java.util.List;

/**
 * What a plan has of one level; all lists by bucket, in units.
 *
 * @param name of the item, of the category, or of the warehouse; blank of all
 * @param itemCategory category of the item; blank if it is none
 * @param sold of the last year, ending at the plan's date
 * @param statistical as computed
 * @param planned after people's changes
 */
public record LevelView(
        Level level,
        String name,
        String itemCategory,
        int skuLocations,
        List<Double> sold,
        List<Double> statistical,
        List<Double> planned) {

    public LevelView {
        sold = List.copyOf(sold);
        statistical = List.copyOf(statistical);
        planned = List.copyOf(planned);
    }
}
