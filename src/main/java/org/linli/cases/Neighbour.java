package org.linli.cases;

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

    @Override
    public String toString() {
        return "Neighbour[]";
    }
}
