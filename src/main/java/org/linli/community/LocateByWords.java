package org.linli.community;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.community.Located.Ambiguous;
import org.linli.community.Located.Found;
import org.linli.community.Located.NothingSaid;

/// Finds the spot or the compound that free text names.
record LocateByWords(Places places, @Nullable Place context) {

    private record Named(Place place, int length) {}

    Located locate(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var compounds = longest(plain, Place.Kind.COMPOUND);
        var spots = longest(plain, Place.Kind.SPOT);
        var said = spots.isEmpty() ? compounds : spots;
        return said.isEmpty() ? located(misheard(plain), List.of()) : located(said, compounds);
    }

    /// Nothing is named as it is written: a spot, or else a compound, that sounds like it.
    private List<Place> misheard(String text) {
        return Stream.of(Place.Kind.SPOT, Place.Kind.COMPOUND)
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
        var named = places.ofKind(kind).stream()
                .map(it -> new Named(it, lengthOfNameIn(text, it)))
                .filter(it -> it.length() > 0)
                .toList();
        int longest = named.stream().mapToInt(Named::length).max().orElse(0);
        return named.stream()
                .filter(it -> it.length() == longest)
                .map(Named::place)
                .toList();
    }

    /// Asked of every place for every message.
    private static int lengthOfNameIn(String text, Place place) {
        int longest = lengthIn(text, place.name());
        for (String alias : place.aliases()) {
            longest = Math.max(longest, lengthIn(text, alias));
        }
        return longest;
    }

    private static int lengthIn(String text, String name) {
        return text.contains(name) ? name.length() : 0;
    }
}
