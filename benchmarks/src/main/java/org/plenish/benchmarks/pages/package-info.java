/** How soon the product's pages come while many people click through them, and how much they weigh. */
@NullMarked
package org.plenish.benchmarks.pages;

import org.jspecify.annotations.NullMarked;
