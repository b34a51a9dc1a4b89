package org.linli.understanding;

import org.jspecify.annotations.Nullable;
import org.linli.understanding.entities.FindEntities;
import org.linli.understanding.spelling.Matters;
import org.linli.understanding.spelling.Sounds;

/// How much two reports of one place sound as if they were about the same problem, by their words alone.
///
/// The weights were fitted to 400 pairs that were judged by hand (`cases/same-or-different.txt`).
///
/// @param matters   shared matters, of all that both name: 0 to 1
/// @param apart     each names a matter, and none is shared: a door and a swing
/// @param elsewhere each names a unit, a floor or a flat, and not the same; not asked where they are apart anyway
/// @param sounds    pairs of syllables that both have: 0 to 1
/// @param vague     one of them says nothing in particular: "broken", "nobody comes"
public record Likeness(double matters, boolean apart, boolean elsewhere, double sounds, boolean vague) {

    /// Two reports of the same label.
    public static Likeness of(String one, String other, String label) {
        return of(one, other, Matters.of(one, label), Matters.of(other, label));
    }

    /// Two reports that were not given the same label.
    public static Likeness of(String one, String other) {
        return of(one, other, Matters.of(one), Matters.of(other));
    }

    private static Likeness of(String one, String other, Matters its, Matters others) {
        var heard = Sounds.of(one);
        var alsoHeard = Sounds.of(other);
        boolean apart = its.isApartFrom(others);
        return new Likeness(
                its.share(others),
                apart,
                !apart && areElsewhere(one, other),
                heard.share(alsoHeard),
                heard.isEmpty() || alsoHeard.isEmpty());
    }

    /// Whether something is named that this label knows nothing of: 停电 where a door is spoken of.
    public static boolean namesOther(String words, String label) {
        return !Matters.of(words).numbers().isEmpty()
                && Matters.of(words, label).numbers().isEmpty();
    }

    /// How many pairs of neighbouring syllables both have: 停水 and 亭睡 are one.
    public static int soundsInCommon(String one, String other) {
        return Sounds.of(one).inCommon(Sounds.of(other));
    }

    /// 0 to 1.
    public double probability() {
        double evidence = apart ? -3.8 : matters > 0 ? 2 + 1.5 * matters : vague ? 0.8 : -1.2 + 4.5 * sounds;
        return 1 / (1 + Math.exp(-(evidence - (elsewhere ? 3.5 : 0))));
    }

    private static boolean areElsewhere(String one, String other) {
        var its = FindEntities.placesIn(one);
        return (its.unit() != null || floor(its) != null) && differ(its, FindEntities.placesIn(other));
    }

    private static boolean differ(Entities one, Entities other) {
        return differ(one.unit(), other.unit()) || differ(floor(one), floor(other));
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.equals(other);
    }

    /// Of 1203 it is 12.
    private static @Nullable String floor(Entities it) {
        String room = it.room();
        return it.floor() != null || room == null || room.length() < 3
                ? it.floor()
                : room.substring(0, room.length() - 2);
    }
}
