/**
 * What leaves the product: documents of orders and the formats they are written in, and tables as CSV and XLSX. It
 * knows no feature; features hand their rows to it.
 */
@NullMarked
package org.plenish.web.export;

import org.jspecify.annotations.NullMarked;
