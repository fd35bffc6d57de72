/** What several pages and commands share; knows none of them. */
@NullMarked
package org.plenish.web.shared;

import org.jspecify.annotations.NullMarked;
