/**
 * The list of all SKU-locations of the current plan, searched, filtered, sorted, with columns of one's choice, and views of it
 * that people keep. It is read from the table {@code item_list}, which holds the current plan's rows alone and is filled with
 * each plan; {@code plan_override} keeps, for every plan, where a person's values went before those of the rules.
 */
@NullMarked
package org.plenish.web.item.list;

import org.jspecify.annotations.NullMarked;
