/** OptaPlanner: domain, costs and limits, moves. The only package that knows it. */
@NullMarked
package org.plenish.engine.optimize.solver;

import org.jspecify.annotations.NullMarked;
