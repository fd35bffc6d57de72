package org.plenish.benchmarks.pages;

/**
 * What was measured of one page.
 *
 * @param page its address without what names one item, order or person
 * @param visits that counted
 * @param p50Ms milliseconds from the click to the last byte, for half of the visits
 * @param p95Ms the same for 95 of 100
 * @param kilobytes most that the page itself took, as it was sent
 * @param wholeKilobytes the same with its styles, scripts and pictures
 */
record PageFigures(
        String page, int visits, double p50Ms, double p95Ms, double mostMs, double kilobytes, double wholeKilobytes) {}
