package org.linli.polls;

import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Resident;

/// Who may vote, and whose voice it is.
///
/// @param place  those who live there or within it
/// @param group  code of the group it is asked in, where everybody who speaks there may vote; empty: in all groups of
///               the place; [#AUDIENCE]: in none, each who stands in the register is written to
/// @param frozen only those who stand in the register since the vote opened
public record Electorate(Voice voice, String place, String group, boolean frozen) {

    /// No group is called so.
    public static final String AUDIENCE = "*";

    /// Some of those who live there, each asked in private; nobody else hears of it.
    public static Electorate audience(Voice voice, String place) {
        return new Electorate(voice, place, AUDIENCE, true);
    }

    public boolean isAudience() {
        return group.equals(AUDIENCE);
    }

    /// Stored by name, so never renamed.
    public enum Voice {
        PERSON,
        HOUSEHOLD,
        /// Everything that one buyer owns has one voice. Who speaks for whom stands in the register.
        OWNER
    }

    /// Somebody who wants to vote.
    ///
    /// @param resident `null` where nobody is known at this address
    /// @param inGroup  code of the group in which they speak; empty in private
    public record Caller(Address address, @Nullable Resident resident, String inGroup) {

        @Override
        public String toString() {
            return "Caller[]";
        }
    }

    /// What became of the question whose voice somebody is.
    public sealed interface Found {

        /// @param former under which the same person may have voted before we knew them; empty: none
        record Voter(String id, String place, String former) implements Found {

            @Override
            public String toString() {
                return "Voter[]";
            }
        }

        /// We have to know first where they live, to the room for a household's voice.
        record Unknown() implements Found {}

        /// A register that is settled does not know them.
        record Unregistered() implements Found {}

        /// They live somewhere else.
        record Elsewhere() implements Found {}
    }

    /// Pure. Whether a frozen register knows the voter, and for which owner a resident speaks, is seen there.
    public Found voter(Caller caller, CommunityMap map) {
        var resident = caller.resident();
        if (voice == Voice.OWNER) {
            return resident == null
                    ? new Found.Unknown()
                    : new Found.Voter("resident:" + resident.id(), resident.home() == null ? "" : resident.home(), "");
        }
        var home = resident == null || resident.home() == null
                ? null
                : map.place(resident.home()).orElse(null);
        boolean speaksThere = !group.isEmpty() && group.equals(caller.inGroup());
        if (!speaksThere && home == null) {
            return new Found.Unknown();
        }
        if (!speaksThere && home != null && !map.isWithin(home, place)) {
            return new Found.Elsewhere();
        }
        return switch (voice) {
            case PERSON -> person(caller, home);
            case HOUSEHOLD -> household(home);
            case OWNER -> new Found.Unregistered();
        };
    }

    private static Found person(Caller caller, @Nullable Place home) {
        var resident = caller.resident();
        String where = home == null ? "" : home.id();
        String address = "address:" + caller.address().text();
        return resident == null
                ? new Found.Voter(address, where, "")
                : new Found.Voter("resident:" + resident.id(), where, address);
    }

    private static Found household(@Nullable Place home) {
        return home == null || home.kind() != Place.Kind.ROOM
                ? new Found.Unknown()
                : new Found.Voter("home:" + home.id(), home.id(), "");
    }
}
