/**
 * Decides where the product's records live: an external PostgreSQL if one is named, otherwise a real PostgreSQL of our
 * own under the data folder. Started by ourselves because the usual embedding libraries run it without fsync, without
 * passwords, and lose sight of it when the JVM is killed.
 */
@NullMarked
package org.plenish.web.database;

import org.jspecify.annotations.NullMarked;
