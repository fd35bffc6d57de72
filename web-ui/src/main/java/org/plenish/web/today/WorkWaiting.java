package org.plenish.web.today;

import java.math.BigDecimal;

/**
 * What waits for the person who looks.
 *
 * @param toSubmit proposals that are to be released by the plan's date and that nobody has submitted
 * @param toApprove submitted orders in which the person has had no hand
 * @param toApproveValue their value
 * @param toSend approved orders that have not gone out
 * @param toSendValue their value
 * @param overdue orders sent or confirmed with goods that should have come by now
 * @param suggestions orders at work about which the plan suggests something
 */
public record WorkWaiting(
        int toSubmit,
        int toApprove,
        BigDecimal toApproveValue,
        int toSend,
        BigDecimal toSendValue,
        int overdue,
        int suggestions) {}
