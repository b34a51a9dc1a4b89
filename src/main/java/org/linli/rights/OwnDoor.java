package org.linli.rights;

import java.time.Duration;
import java.time.Instant;
import org.linli.channels.Account;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.platform.signing.Sha256;

/// A link to somebody's own page was told to them; it opens once.
///
/// @param secret the end of the link, stored as its hash
public record OwnDoor(Account.Person person, String secret, Instant until) implements Effect {

    /// How long it opens.
    public static final Duration OPENS = Duration.ofMinutes(30);

    static String hash(String secret) {
        return Sha256.hex(secret);
    }

    @Override
    public String toString() {
        return "OwnDoor[]";
    }

    @Override
    public CommunityId community() {
        return person.community();
    }
}
