package org.plenish.web.scenario;

/**
 * A scenario that ships with the product, to copy from.
 *
 * @param id of its file, without the ending
 * @param content YAML that names no dataset
 */
record Template(String id, String name, String description, String content) {}
