package org.plenish.engine.policy;

/** The one thing that a person is advised to do about an exception. */
public enum SuggestedAction {
    /** Buy what is missing, outside the plan if need be. */
    ORDER_NOW,
    /** Have what is ordered, or will be, come sooner. */
    EXPEDITE,
    /** Move stock here from a warehouse that can spare it. */
    TRANSFER_IN,
    /** Sell another article instead. */
    OFFER_SUBSTITUTE,
    /** Allow buying again. */
    LIFT_STOP,
    /** Find somebody who supplies it. */
    FIND_SUPPLIER,
    /** Ask the supplier when the goods will come. */
    ASK_FOR_DATE,
    /** Buy no more of it. */
    STOP_BUYING,
    /** Move it to a warehouse that sells it. */
    TRANSFER_OUT,
    /** Offer it back to the supplier. */
    RETURN_TO_SUPPLIER,
    /** Sell it for less. */
    MARK_DOWN,
    /** Set money aside for the loss. */
    PROVISION,
    /** Take it out of stock and books. */
    WRITE_OFF,
    /** Leave it to sell. */
    LET_IT_SELL,
    /** Question the forecast. */
    REVIEW_FORECAST,
    /** Count and correct the record. */
    COUNT_STOCK,
    /** Rent, clear or postpone. */
    MAKE_SPACE,
    /** Find money, or postpone orders. */
    RAISE_BUDGET,
    /** Add lines until the supplier takes the order. */
    COMPLETE_ORDER,
    /** Loosen a limit. */
    RELAX_LIMIT,
    /** Decide again on what a person decided for a time. */
    RENEW_OVERRIDE,
    /** Note why a person decided so. */
    GIVE_REASON
}
