package org.plenish.web.dataset.intake;

import java.nio.file.Path;

/**
 * A file that somebody gives.
 *
 * @param name as its giver calls it
 * @param content where its bytes are; it may be moved away from there
 */
public record GivenFile(String name, Path content) {}
