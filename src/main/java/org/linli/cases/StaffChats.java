package org.linli.cases;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.linli.channels.Address;
import org.linli.community.CommunityMap;
import org.linli.community.Role;
import org.linli.community.StaffMember;

/// Where staff is told about a case: pure. A unit with a chat of its own is told there, any other at each of its staff.
record StaffChats(CommunityMap map) {

    /// Of whoever has it in hand, otherwise of its unit.
    Stream<Address> assigned(Case it) {
        return assignee(it)
                .map(StaffMember::chat)
                .map(Stream::of)
                .orElseGet(() -> of(it.care().unit()));
    }

    /// Of everybody who has to do something about it; in an emergency also of everybody who sees the whole community.
    Stream<Address> inHandOrAlarmed(Case it) {
        return Stream.concat(inHand(it), alarmed(it)).distinct();
    }

    /// Of any unit, about a case that another one may have.
    Stream<Address> of(String unit, Case it) {
        return unit.equals(it.care().unit()) ? inHand(it) : of(unit);
    }

    /// The unit that has it, and whoever has it in hand without being of that unit.
    private Stream<Address> inHand(Case it) {
        var helper =
                assignee(it).filter(member -> !member.unit().equals(it.care().unit()));
        return Stream.concat(of(it.care().unit()), helper.map(StaffMember::chat).stream())
                .distinct();
    }

    private Optional<StaffMember> assignee(Case it) {
        return Optional.ofNullable(it.care().assignee()).flatMap(map::staffMember);
    }

    private Stream<Address> of(String unit) {
        var own = map.unit(unit).map(it -> it.chat());
        return own.isPresent()
                ? own.stream()
                : map.staffOf(unit).stream().map(StaffMember::chat).filter(Objects::nonNull);
    }

    private Stream<Address> alarmed(Case it) {
        if (it.care().priority() != Priority.EMERGENCY) {
            return Stream.empty();
        }
        return map.staff().stream()
                .filter(member -> member.role() == Role.COMMUNITY_WORKER || member.role() == Role.ADMIN)
                .map(StaffMember::chat)
                .filter(Objects::nonNull);
    }
}
