package org.linli.channels.xmpp;

import java.util.regex.Pattern;
import org.linli.channels.Address;

/// Tells those apart who have the same nickname in a room one after the other.
///
/// Whoever was known by it first keeps the plain address, `room@rooms.example.org/wang`; anybody else's ends in what
/// the room knows them by, `…/wang/~0123456789abcdef`, so that they are nobody's neighbour by a name. Pure.
final class Nickname {

    private static final Pattern SOMEBODY_ELSES = Pattern.compile("(?s)(.*)/~([0-9a-f]{16})");

    private Nickname() {}

    /// A nickname that looks like one of ours is nobody's own, whoever was first.
    ///
    /// @param plain    the room's address and the nickname
    /// @param occupant the room's id of who has it now
    /// @param first    the room's id of who was known by it first
    static Address address(Address plain, String occupant, String first) {
        boolean own =
                occupant.equals(first) && !SOMEBODY_ELSES.matcher(plain.id()).matches();
        return own ? plain : Address.person(plain.channel(), plain.account(), plain.id() + "/~" + mark(occupant));
    }

    /// The room's address and the nickname, which are the way to whoever has it now.
    static String plain(String id) {
        var somebodyElses = SOMEBODY_ELSES.matcher(id);
        return somebodyElses.matches() ? somebodyElses.group(1) : id;
    }

    /// Whether a letter to this address is for who has the nickname now.
    ///
    /// @param first the room's id of who was known by it first; empty where nobody was
    static boolean isOf(String id, String occupant, String first) {
        var somebodyElses = SOMEBODY_ELSES.matcher(id);
        return somebodyElses.matches()
                ? somebodyElses.group(2).equals(mark(occupant))
                : first.isEmpty() || first.equals(occupant);
    }

    private static String mark(String occupant) {
        return LetterId.hash(occupant, 8);
    }
}
