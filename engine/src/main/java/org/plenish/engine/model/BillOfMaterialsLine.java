package org.plenish.engine.model;

/** {@code quantityPer} of the component goes into one parent, {@code scrapRate} of it is lost. */
public record BillOfMaterialsLine(ItemId parent, ItemId component, double quantityPer, double scrapRate) {}
