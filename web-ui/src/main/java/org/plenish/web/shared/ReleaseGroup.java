package org.plenish.web.shared;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * The proposals of one release in numbers.
 *
 * @param orders how many purchase orders or transfers
 * @param units ordered or moved
 * @param value of purchase orders: what they cost; of transfers: the cost of moving their lines
 */
public record ReleaseGroup(Release release, int orders, long units, BigDecimal value) {

    /** One for each release, in their order; those without proposals are empty. */
    public static List<ReleaseGroup> all(List<ReleaseGroup> filled) {
        return Arrays.stream(Release.values())
                .map(release -> of(filled, release))
                .toList();
    }

    public static ReleaseGroup of(List<ReleaseGroup> groups, Release release) {
        return groups.stream()
                .filter(group -> group.release() == release)
                .findFirst()
                .orElse(new ReleaseGroup(release, 0, 0, BigDecimal.ZERO));
    }

    /** The group that a list opens with: the earliest that has anything. */
    public static Release first(List<ReleaseGroup> groups) {
        return all(groups).stream()
                .filter(group -> group.orders() > 0)
                .map(ReleaseGroup::release)
                .findFirst()
                .orElse(Release.TODAY);
    }
}
