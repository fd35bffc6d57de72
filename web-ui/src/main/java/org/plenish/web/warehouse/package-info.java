/**
 * Warehouses: how full they are and will be, what passes their docks, what should lie where, and what has lain too long. All
 * of it follows from a plan and is stored with it.
 */
@NullMarked
package org.plenish.web.warehouse;

import org.jspecify.annotations.NullMarked;
