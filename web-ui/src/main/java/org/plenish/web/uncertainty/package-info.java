/**
 * What may happen to the plan that is shown: futures that are sampled from a seed, and how much stock which service takes.
 * Both follow from the plan alone and are nobody's decision, so that the audit log has the plan's entries and none of theirs.
 */
@NullMarked
package org.plenish.web.uncertainty;

import org.jspecify.annotations.NullMarked;
