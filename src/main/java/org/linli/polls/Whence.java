package org.linli.polls;

import java.util.EnumMap;
import java.util.Map;
import org.linli.community.CommunityMap;
import org.linli.community.Place;

/// Where a ballot comes from. It is kept hashed with the poll's secret, for an hour, to see where unusually many come
/// from; no vote is refused for it.
///
/// @param sources none is empty
public record Whence(Map<Kind, String> sources) {

    public static final Whence UNKNOWN = new Whence(Map.of());

    /// What may be the same of several ballots. Stored by name, so never renamed; also a key of what people are told.
    public enum Kind {
        /// A network address. A whole neighbourhood may share one.
        ADDRESS,
        /// A browser at a network address.
        DEVICE,
        /// The flat in which a voter lives, as the register has it.
        HOUSEHOLD,
        /// Whoever enters ballots of others.
        PERSON
    }

    public Whence {
        var known = new EnumMap<Kind, String>(Kind.class);
        sources.forEach((kind, value) -> {
            if (!value.isEmpty()) {
                known.put(kind, value);
            }
        });
        sources = Map.copyOf(known);
    }

    /// @param agent who votes for the voter; empty: the voter
    public static Whence ofCall(String address, String browser, String agent) {
        return new Whence(Map.of(
                Kind.ADDRESS, address,
                Kind.DEVICE, address.isEmpty() || browser.isEmpty() ? "" : address + " " + browser,
                Kind.PERSON, agent));
    }

    /// @param member of staff
    public static Whence enteredBy(String member) {
        return new Whence(Map.of(Kind.PERSON, member));
    }

    /// With the flat in which the voter lives; nothing more where it is unknown: in a building live many.
    Whence withHome(CommunityMap map, String place) {
        var all = new EnumMap<Kind, String>(Kind.class);
        all.putAll(sources);
        map.place(place).filter(it -> it.kind() == Place.Kind.ROOM).ifPresent(it -> all.put(Kind.HOUSEHOLD, it.id()));
        return new Whence(all);
    }

    /// Where somebody calls from is nobody's business who reads logs.
    @Override
    public String toString() {
        return "Whence" + sources.keySet();
    }
}
