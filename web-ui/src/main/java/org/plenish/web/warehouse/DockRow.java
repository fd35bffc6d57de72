package org.plenish.web.warehouse;

import java.time.LocalDate;

/**
 * A day at the dock.
 *
 * @param inM3 of all that comes
 * @param outM3 of transfers that leave; what customers take is not planned by the day
 * @param openLines that come and are on order
 * @param proposedLines that come and are only proposed
 * @param overdueLines of the open ones
 */
public record DockRow(
        LocalDate day,
        int inOrders,
        int openLines,
        int proposedLines,
        long inUnits,
        double inM3,
        int outOrders,
        int outLines,
        long outUnits,
        double outM3,
        int overdueLines) {}
