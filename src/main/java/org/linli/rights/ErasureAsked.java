package org.linli.rights;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.platform.rights.Person;
import org.linli.platform.signing.Sha256;

/// Somebody wants to be forgotten. Asked again before it is done, it is the same wish.
///
/// @param by     the id of a staff member who acts for them; empty: the person
/// @param reason of the staff member, nothing of the person; empty where the person asked
/// @param from   when it may begin: what was just said to them has to arrive first
public record ErasureAsked(Person person, String by, String reason, Instant at, Instant from) implements Effect {

    private static final int PRINT_BYTES = 16;

    /// Tells one person from another and nothing else.
    String print() {
        String who = person.resident().isEmpty() ? String.join("\n", person.addresses()) : person.resident();
        return Sha256.hex(person.community() + "\n" + who, PRINT_BYTES);
    }

    @Override
    public String toString() {
        return "ErasureAsked[" + person.community() + "]";
    }

    @Override
    public CommunityId community() {
        return person.community();
    }
}
