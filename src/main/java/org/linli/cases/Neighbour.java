package org.linli.cases;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;

/// Somebody whom a case concerns: who reported it, or who said the same afterwards.
///
/// @param resident `null` when the address was not known
/// @param address  from which it was said
/// @param group    where it was said; `null` in a private talk
/// @param privately where this person can be told something alone; `null` where we know no such address
public record Neighbour(
        @Nullable String resident,
        Address address,
        @Nullable Address group,
        @Nullable Address privately) {

    /// Channels by which people are heard and not told: programs of others, and what staff enters for somebody.
    private static final Set<String> ONE_WAY = Set.of("open-api", "by-hand");

    public boolean isSameAs(Neighbour other) {
        return address.equals(other.address) || (resident != null && resident.equals(other.resident));
    }

    /// Alone where possible, otherwise in the group it was said in.
    public Address reachedAt() {
        if (privately != null) {
            return privately;
        }
        return group != null ? group : address;
    }

    /// Whether letters lead there; otherwise the program that asked is called, or staff has to.
    public boolean isTold() {
        return !ONE_WAY.contains(reachedAt().channel().value());
    }

    @Override
    public String toString() {
        return "Neighbour[]";
    }
}
