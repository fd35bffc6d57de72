package org.plenish.web.audit;

/** The log's last entry: who keeps its hash elsewhere can tell later that the log was neither cut nor written anew. */
public record Head(long number, String hash) {}
