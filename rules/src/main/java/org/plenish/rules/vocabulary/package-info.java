/**
 * What rules speak of: the words for facts and answers, with their units and ranges, and the questions that a rule book
 * answers. The one place to add a word; {@code vocabulary.csv} holds what an analyst is told of each.
 */
@NullMarked
package org.plenish.rules.vocabulary;

import org.jspecify.annotations.NullMarked;
