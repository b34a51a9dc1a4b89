package org.linli.community;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.community.Located.Ambiguous;
import org.linli.community.Located.Found;
import org.linli.community.Located.NothingSaid;

/// Finds the spot, the building or the compound that free text names.
record LocateByWords(Places places, @Nullable Place context) {

    private record Named(Place place, int length) {}

    Located locate(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var compounds = longest(plain, Place.Kind.COMPOUND);
        var said = Stream.of(Place.Kind.SPOT, Place.Kind.BUILDING)
                .map(kind -> longest(plain, kind))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(compounds);
        return said.isEmpty() ? located(misheard(plain), List.of()) : located(said, compounds);
    }

    /// Nothing is named as it is written: a spot, or else a building, or else a compound, that sounds like it.
    private List<Place> misheard(String text) {
        return Stream.of(Place.Kind.SPOT, Place.Kind.BUILDING, Place.Kind.COMPOUND)
                .map(kind -> places.heard(kind, text))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /// "the east gate of Sunny Lane": the compound that was named decides before the context does.
    private Located located(List<Place> said, List<Place> compounds) {
        if (said.isEmpty()) {
            return new NothingSaid();
        }
        var around = compounds.size() == 1 ? compounds.getFirst() : context;
        var candidates = places.nearest(said, around);
        return candidates.size() == 1 ? new Found(candidates.getFirst(), "") : new Ambiguous(candidates);
    }

    private List<Place> longest(String text, Place.Kind kind) {
        var named = places.called(kind).stream()
                .map(it -> new Named(it.place(), lengthOfNameIn(text, it.names())))
                .filter(it -> it.length() > 0)
                .toList();
        int longest = named.stream().mapToInt(Named::length).max().orElse(0);
        return named.stream()
                .filter(it -> it.length() == longest)
                .map(Named::place)
                .toList();
    }

    /// Asked of every place for every message.
    private static int lengthOfNameIn(String text, List<String> names) {
        int longest = 0;
        for (String name : names) {
            longest = text.contains(name) ? Math.max(longest, name.length()) : longest;
        }
        return longest;
    }
}
