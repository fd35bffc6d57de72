/**
 * Every change with who, when, from where, before, after and why, chained by hash: appended, checked, and shown to
 * auditors.
 */
@NullMarked
package org.plenish.web.audit;

import org.jspecify.annotations.NullMarked;
