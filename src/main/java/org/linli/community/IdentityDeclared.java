package org.linli.community;

import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.platform.signing.Sha256;

/// Somebody said who they are or where they live. Their address then belongs to a resident, a new one where it
/// belonged to none; another home than before has to be verified again.
///
/// @param name `null`: as known before
/// @param home a place's id; `null`: as known before
public record IdentityDeclared(
        CommunityId community,
        Address address,
        @Nullable String name,
        @Nullable String home) implements Effect {

    private static final int ID_BYTES = 8;

    /// The id of a resident first met at this address: the same at each attempt, and telling nothing about it.
    String idWhereNew() {
        return "n-" + Sha256.hex(address.text(), ID_BYTES);
    }

    /// What was said first, overwritten by what was said later.
    IdentityDeclared then(IdentityDeclared later) {
        return new IdentityDeclared(
                community, address, later.name == null ? name : later.name, later.home == null ? home : later.home);
    }

    @Override
    public String toString() {
        return "IdentityDeclared[" + address + "]";
    }
}
