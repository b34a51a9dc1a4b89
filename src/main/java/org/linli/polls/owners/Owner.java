package org.linli.polls.owners;

import java.util.List;
import java.util.Set;

/// One head in a vote of owners.
///
/// @param id        as a voter is called
/// @param place     of what they own, the first
/// @param share     one head, and the area of everything they own at the place of the vote
/// @param residents who may give this voice: the last of them counts
record Owner(String id, String place, Share share, Set<String> residents) {

    Owner {
        residents = Set.copyOf(residents);
    }

    static Owner of(List<Parcel> parcels, Set<String> residents) {
        var first = parcels.getFirst();
        long area = parcels.stream().mapToLong(Parcel::area).sum();
        return new Owner("owner:" + first.owner(), first.room(), new Share(1, area), residents);
    }

    @Override
    public String toString() {
        return "Owner[]";
    }
}
