package org.linli.understanding;

/// @param confidence between 0 and 1; all of a ranking add up to at most 1
public record Ranked(Intent intent, double confidence) {}
