package org.linli.cases.web;

import org.linli.community.CommunityMap;
import org.linli.community.Resident;

/// A resident to choose from.
///
/// @param name all but its first character hidden; may be empty
/// @param home as people say it; may be empty
record PersonLine(String id, String name, String home) {

    static PersonLine of(Resident it, CommunityMap map) {
        String home = it.home();
        return new PersonLine(
                it.id(),
                masked(it.name() == null ? "" : it.name()),
                home == null ? "" : map.place(home).map(map::display).orElse(""));
    }

    static String masked(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    @Override
    public String toString() {
        return "PersonLine[]";
    }
}
