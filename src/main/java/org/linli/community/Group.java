package org.linli.community;

import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;

/// A messaging group of residents.
///
/// @param code      in addresses of pages, like `b3`
/// @param place     the building or grid that it is bound to
/// @param unit      the unit that takes what is told there, like a committee; `null`: as the units' labels say
/// @param threshold confidence below which the service stays silent there, between 0 and 1
/// @param quiet     when nothing but emergencies is spoken of there; `null`: never
/// @param welcome   whether those who come are told how to report something
public record Group(
        String code,
        String name,
        Address address,
        String place,
        @Nullable String unit,
        double threshold,
        @Nullable QuietHours quiet,
        boolean welcome) {

    public Group(String code, String name, Address address, String place, double threshold) {
        this(code, name, address, place, null, threshold, null, false);
    }
}
