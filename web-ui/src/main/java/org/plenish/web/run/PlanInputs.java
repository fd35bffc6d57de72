package org.plenish.web.run;

/**
 * What a plan was made from.
 *
 * @param dataset its files
 * @param ruleBook for a person: which one
 * @param rules the rule book's files
 */
public record PlanInputs(FileFingerprints dataset, String ruleBook, FileFingerprints rules) {}
