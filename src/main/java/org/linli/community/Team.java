package org.linli.community;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.channels.Address;

/// The people who work for a community, found by their id and by where they write from.
final class Team {

    private final Map<String, StaffMember> members = new LinkedHashMap<>();
    private final Map<String, String> byAddress = new HashMap<>();

    /// @param addresses further addresses than those they are told at, to the staff member's id
    Team(List<StaffMember> members, Map<Address, String> addresses) {
        members.forEach(this::add);
        addresses.forEach((address, member) -> byAddress.put(address.text(), member));
    }

    private void add(StaffMember member) {
        members.put(member.id(), member);
        if (member.chat() != null) {
            byAddress.put(member.chat().text(), member.id());
        }
    }

    /// The same, found by the same addresses; only where some of them are told is another.
    Team standingIn(Map<String, String> substitutes) {
        var told = new Team(
                members.values().stream()
                        .map(it -> it.toldAt(byId(substitutes.getOrDefault(it.id(), it.id()))
                                .map(StaffMember::chat)
                                .orElse(it.chat())))
                        .toList(),
                Map.of());
        told.byAddress.clear();
        told.byAddress.putAll(byAddress);
        return told;
    }

    List<StaffMember> all() {
        return List.copyOf(members.values());
    }

    List<StaffMember> of(String unit) {
        return members.values().stream().filter(it -> it.unit().equals(unit)).toList();
    }

    Optional<StaffMember> byId(String member) {
        return Optional.ofNullable(members.get(member));
    }

    /// Wherever the staff of a unit write from or are told, in the order of the staff.
    List<Address> addressesOf(String unit) {
        return of(unit).stream().flatMap(member -> addressesOf(member).stream()).toList();
    }

    List<Address> addressesOf(StaffMember member) {
        return byAddress.entrySet().stream()
                .filter(it -> it.getValue().equals(member.id()))
                .map(it -> Address.parse(it.getKey()))
                .sorted(Comparator.comparing(Address::text))
                .toList();
    }

    Optional<StaffMember> at(Address address) {
        return Optional.ofNullable(byAddress.get(address.text())).flatMap(this::byId);
    }

    boolean isAt(Address address) {
        return byAddress.containsKey(address.text());
    }
}
