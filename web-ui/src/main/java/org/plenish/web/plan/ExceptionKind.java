package org.plenish.web.plan;

import java.math.BigDecimal;

/** All exceptions of one kind; {@code severity} is that of the gravest. */
public record ExceptionKind(String kind, String severity, int count, BigDecimal value) {}
