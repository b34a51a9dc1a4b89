package org.linli.rights.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.community.Resident;
import org.linli.rights.KeptView;

/// Somebody for whom staff acts, as little of them as it takes to know that it is the right one.
///
/// @param name   the first character and two stars
/// @param home   as people say it; empty where it is not known
/// @param counts how many rows of which kind
record Applicant(String id, String name, String home, List<KeptView.Section> counts) {

    static Applicant of(Resident it, CommunityMap map, List<KeptView.Section> counts) {
        String home = Optional.ofNullable(it.home())
                .flatMap(map::place)
                .map(map::display)
                .orElse("");
        return new Applicant(it.id(), shortened(it.name()), home, counts);
    }

    private static String shortened(@Nullable String name) {
        return name == null || name.isEmpty() ? "**" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    @Override
    public String toString() {
        return "Applicant[" + id + "]";
    }
}
