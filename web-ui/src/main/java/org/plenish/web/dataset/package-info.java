/** The datasets that people and programs have brought in: which there are, which is planned, and their files. */
@NullMarked
package org.plenish.web.dataset;

import org.jspecify.annotations.NullMarked;
