/** What other programs use: tokens, the REST interface under {@code /api/v1}, and webhooks. */
@NullMarked
package org.plenish.web.api;

import org.jspecify.annotations.NullMarked;
