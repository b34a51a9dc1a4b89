package org.linli.polls.owners;

import java.util.List;
import java.util.Set;

/// One head in a vote of owners: a home is one, and all homes of the same buyer are one, after the Supreme People's
/// Court's interpretation on the separate ownership of buildings (法释〔2009〕7号, amended in 2020), article 9.
///
/// @param id        as a voter is called
/// @param place     of what they own, the first
/// @param share     one head, and the area of everything they own at the place of the vote
/// @param residents who may give this voice: the last of them counts
public record Owner(String id, String place, Share share, Set<String> residents) {

    public Owner {
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
