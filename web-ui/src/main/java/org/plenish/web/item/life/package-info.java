/**
 * What the page of one article at one warehouse tells beyond its plan: how its quantity comes about in sentences, what past
 * plans foresaw, who set each value of its policy, its orders, lots and comments, and all that has changed.
 *
 * <p>Kept with each plan: {@code item_lot} and {@code plan_open_supply}, as the dataset had them; beside the plans: {@code
 * item_comment}.
 */
@NullMarked
package org.plenish.web.item.life;

import org.jspecify.annotations.NullMarked;
