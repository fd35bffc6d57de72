package org.plenish.engine.plan.space;

import org.plenish.engine.model.ItemId;

/**
 * How near the dock an article should lie.
 *
 * @param rank from 1, nearest first
 * @param picks days of the last year on which it was sold: sales are recorded by day, so a day counts once
 * @param soldUnits of the last year
 * @param movedM3 volume of {@code soldUnits}
 * @param stockM3 room to reserve: mean over the horizon of what lies there at the most in a bucket
 * @param cubePerOrderLitres COI: litres of room for each pick a week
 * @param picksShare of the warehouse's picks, with all that lie nearer
 * @param spaceShare of the room, with all that lie nearer
 */
public record Slot(
        int rank,
        ItemId item,
        int picks,
        long soldUnits,
        double movedM3,
        double stockM3,
        double cubePerOrderLitres,
        double picksShare,
        double spaceShare) {}
