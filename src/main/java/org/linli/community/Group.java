package org.linli.community;

import org.linli.channels.Address;

/// A messaging group of residents.
///
/// @param code      in addresses of pages, like `b3`
/// @param place     the building or grid that it is bound to
/// @param threshold confidence below which the service stays silent there, between 0 and 1
public record Group(String code, String name, Address address, String place, double threshold) {}
