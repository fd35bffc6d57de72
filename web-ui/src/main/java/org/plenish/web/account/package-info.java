/** Who may log in, what each role may do, and the proof of both. */
@NullMarked
package org.plenish.web.account;

import org.jspecify.annotations.NullMarked;
