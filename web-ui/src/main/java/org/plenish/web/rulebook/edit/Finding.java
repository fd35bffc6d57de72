package org.plenish.web.rulebook.edit;

import org.plenish.rules.problem.Problem;

/**
 * A problem as the editor marks it.
 *
 * @param error whether the book cannot be used; else a person should look at it
 * @param line from 1; 0 if it concerns the whole file
 * @param column from 1, of a table the cell's; 0 if it concerns the whole line
 * @param message what is wrong
 * @param advice what to try
 */
public record Finding(boolean error, String file, int line, int column, String message, String advice) {

    static Finding of(Problem problem) {
        return new Finding(
                problem.isError(),
                problem.file(),
                problem.line(),
                problem.column(),
                problem.text(),
                problem.suggestion());
    }
}
