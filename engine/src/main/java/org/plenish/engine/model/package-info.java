/**
 * What is planned: records only, checked when made. The words are those of the dataset folder; every number's name ends
 * in its unit.
 */
@NullMarked
package org.plenish.engine.model;

import org.jspecify.annotations.NullMarked;
