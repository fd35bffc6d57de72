package org.plenish.engine.plan.scenario;

import org.plenish.engine.model.WarehouseId;

/**
 * Nothing is moved over a lane as long as is planned. What is under way arrives.
 *
 * @param bothWays the way back is closed as well
 */
record LaneClosed(WarehouseId from, WarehouseId to, boolean bothWays) implements Change {

    static final ChangeKind KIND = new ChangeKind("lane_closed", LaneClosed::read);

    private static LaneClosed read(ChangeFields fields) {
        LaneClosed closed = new LaneClosed(
                fields.warehouse("from_warehouse"), fields.warehouse("to_warehouse"), fields.flag("both_ways"));
        boolean exists = fields.dataset().lanes().stream().anyMatch(lane -> closed.isMeant(lane.from(), lane.to()));
        if (!exists) {
            fields.error(
                    "to_warehouse",
                    "must be the end of a lane from " + closed.from,
                    "no lane leads there, so none needs to be closed");
        }
        return closed;
    }

    @Override
    public Driver driver() {
        return Driver.NETWORK;
    }

    @Override
    public String sentence() {
        return "The lane from " + from + " to " + to + " is closed" + (bothWays ? ", and the one back." : ".");
    }

    @Override
    public NoReplay noReplay() {
        return NoReplay.TRANSFERS;
    }

    @Override
    public void applyTo(Draft draft) {
        draft.lanes.removeIf(lane -> isMeant(lane.from(), lane.to()));
    }

    private boolean isMeant(WarehouseId start, WarehouseId end) {
        return (from.equals(start) && to.equals(end)) || (bothWays && from.equals(end) && to.equals(start));
    }
}
