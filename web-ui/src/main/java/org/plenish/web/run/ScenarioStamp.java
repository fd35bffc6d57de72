package org.plenish.web.run;

/**
 * Which what-if a run plans.
 *
 * @param content its YAML
 */
public record ScenarioStamp(long id, String content) {}
