/**
 * Values of policies that people set in place of the rules', to stand for every following plan.
 *
 * <p>They are kept in the table {@code policy_override}, one row a value: {@code item}, {@code warehouse}, {@code field} (a
 * constant of {@code OverrideField}), {@code value}, {@code reason}, {@code expires_on}, {@code set_by}, {@code set_at};
 * those without {@code ended_at} stand. Other features mark the items of a list by joining it on item and warehouse
 * where {@code ended_at IS NULL}, for which there is an index. The page to set them is {@code
 * /overrides/edit?item=..&warehouse=..}; asked by htmx it answers with the part to be put into a list.
 */
@NullMarked
package org.plenish.web.override;

import org.jspecify.annotations.NullMarked;
