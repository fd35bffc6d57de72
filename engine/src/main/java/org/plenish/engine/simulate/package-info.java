/** Replay of a policy or plan against demand. */
@NullMarked
package org.plenish.engine.simulate;

import org.jspecify.annotations.NullMarked;
