/** The product: web application and command line. The only place that knows Spring, JDBC and a clock. */
@NullMarked
package org.plenish.web;

import org.jspecify.annotations.NullMarked;
