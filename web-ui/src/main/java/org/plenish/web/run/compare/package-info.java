/** Holds one run's plan against another's: what went in, what came out, and what moved most. */
@NullMarked
package org.plenish.web.run.compare;

import org.jspecify.annotations.NullMarked;
