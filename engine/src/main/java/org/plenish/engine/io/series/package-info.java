/** Plain series as files: what the command {@code forecast} reads and writes, streamed. */
@NullMarked
package org.plenish.engine.io.series;

import org.jspecify.annotations.NullMarked;
