/**
 * The command line: what a script or a person at a shell may ask for. Commands run without Spring and without a database;
 * only {@code serve} hands over to the web application, and those that work on its records to {@link StoredRecords}.
 */
@NullMarked
package org.plenish.web.cli;

import org.jspecify.annotations.NullMarked;
