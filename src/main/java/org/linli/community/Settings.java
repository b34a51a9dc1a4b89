package org.linli.community;

/// How a community is set up, as it was looked at.
///
/// @param version rises with every change of the community's rows
public record Settings(CommunityMap map, long version) {}
