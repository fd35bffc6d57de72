package org.plenish.web.order;

import java.util.UUID;

/**
 * What every form about an order says.
 *
 * @param number of the order
 * @param version of the order as the person saw it
 * @param reason in their words; blank where none is asked for
 * @param request of one showing of the form, so that sending it twice does it once
 */
record Asked(String number, int version, String reason, UUID request) {

    Asked {
        reason = reason.strip();
    }
}
