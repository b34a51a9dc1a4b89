package org.linli.polls.owners;

import java.util.List;

/// A home or shop that is owned (专有部分).
///
/// @param room  a place of the community
/// @param area  by the land register, in hundredths of a square metre
/// @param owner under which everything that the same buyer owns is counted as one head
/// @param names of all who own it together; whoever of them is verified there votes for all
public record Parcel(String room, long area, String owner, List<String> names) {

    public Parcel {
        names = List.copyOf(names);
    }

    @Override
    public String toString() {
        return "Parcel[" + room + "]";
    }
}
