package org.linli.cases.desk;

/// A list under a name of one's own.
///
/// @param address of the list, with all that it is narrowed to
public record SavedFilter(String name, String address) {}
