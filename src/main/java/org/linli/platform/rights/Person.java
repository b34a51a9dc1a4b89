package org.linli.platform.rights;

import java.util.Set;
import java.util.TreeSet;
import org.linli.platform.database.CommunityId;

/// Somebody, as rows know people.
///
/// @param resident  the id in the register; empty where nobody is known
/// @param addresses on whatever channels, as text
/// @param called    names and telephones by which words speak of this person and of nobody else
/// @param cases     numbers of what this person reported
public record Person(
        CommunityId community, String resident, Set<String> addresses, Set<String> called, Set<String> cases) {

    public Person {
        addresses = Set.copyOf(addresses);
        called = Set.copyOf(called);
        cases = Set.copyOf(cases);
    }

    public Person alsoAt(Set<String> more) {
        return new Person(community, resident, both(addresses, more), called, cases);
    }

    public Person alsoCalled(Set<String> more) {
        return new Person(community, resident, addresses, both(called, more), cases);
    }

    public Person alsoReporting(Set<String> more) {
        return new Person(community, resident, addresses, called, both(cases, more));
    }

    private static Set<String> both(Set<String> some, Set<String> more) {
        var all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    @Override
    public String toString() {
        return "Person[]";
    }
}
