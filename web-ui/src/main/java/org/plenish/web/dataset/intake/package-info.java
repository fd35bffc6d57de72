/**
 * How datasets come in: files are given, their columns mapped, all is checked, and then imported whole or discarded.
 */
@NullMarked
package org.plenish.web.dataset.intake;

import org.jspecify.annotations.NullMarked;
