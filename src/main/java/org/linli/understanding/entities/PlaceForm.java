package org.linli.understanding.entities;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One way to say where. Most are not in a sentence, which is seen sooner than found out by their pattern.
///
/// @param possible whether there is what every match has
/// @param pattern  its groups are `b` building, `n` the noun of it, `u` or `u2` unit, `f` floor, `r` or `r2` room
/// @param numbered whether every match begins like a number
record PlaceForm(Predicate<Characters> possible, Pattern pattern, boolean numbered) {

    private static final String DIGITS_OF_ROOM = "0123456789零〇一二三四五六七八九幺";

    /// @param nouns one of these characters is in every match
    static PlaceForm with(String nouns, String pattern) {
        return new PlaceForm(it -> it.hasAny(nouns), Pattern.compile(pattern), true);
    }

    static PlaceForm withRoom(String pattern) {
        return new PlaceForm(it -> it.hasRow(3, DIGITS_OF_ROOM), Pattern.compile(pattern), false);
    }

    /// @param starts where something stands that a number can begin with, rising
    boolean finds(Matcher next, int[] starts, int from) {
        return numbered ? findsAtOne(next, starts, from) : next.find();
    }

    private static boolean findsAtOne(Matcher next, int[] starts, int from) {
        for (int start : starts) {
            if (start >= from && next.region(start, next.regionEnd()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    /// It looks behind the place where it is to begin.
    Matcher in(CharSequence text) {
        return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    }

    /// What a match says of one part; `null` where nothing, or where its form has no such part.
    static @Nullable String group(Matcher found, String name) {
        return found.namedGroups().containsKey(name) ? found.group(name) : null;
    }
}
