package org.linli.understanding.entities;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// All places that a text names by numbers: each part of it belongs to one of them at the most.
final class PlacesSaid {

    private static final String BEGINS = "0123456789-负零〇一二两三四五六七八九十百千幺甲乙丙丁东西南北中";

    private PlacesSaid() {}

    /// In the order of the text.
    static List<PlaceMention> in(String text) {
        int[] starts = starts(text);
        if (starts.length == 0) {
            return List.of();
        }
        var characters = Characters.of(text);
        var free = new StringBuilder(text);
        var mentions = new ArrayList<PlaceMention>();
        for (PlaceForm form : PlaceForms.ALL) {
            if (form.possible().test(characters)) {
                mentions.addAll(found(form, text, free, starts));
            }
        }
        mentions.sort(Comparator.comparingInt(it -> it.at().start()));
        return mentions;
    }

    /// @param free the text without what was found before; what is found now goes too
    private static List<PlaceMention> found(PlaceForm form, String text, StringBuilder free, int[] starts) {
        var mentions = new ArrayList<PlaceMention>();
        Matcher found = form.in(free);
        int from = 0;
        while (form.finds(found, starts, from)) {
            from = found.end();
            var mention = mention(found, text);
            if (mention != null) {
                mentions.add(mention);
                mask(free, found.start(), found.end());
            }
        }
        return mentions;
    }

    /// Where something stands that a number can begin with, rising.
    private static int[] starts(String text) {
        int[] starts = new int[text.length()];
        int count = 0;
        for (int i = 0; i < starts.length; i++) {
            char it = text.charAt(i);
            if (BEGINS.indexOf(it) >= 0 || it >= 'A' && it <= 'Z') {
                starts[count++] = i;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    private static @Nullable PlaceMention mention(Matcher found, String text) {
        var at = new Mention(start(found), found.end());
        if (PlaceDoubts.countsSomething(found, at, text)) {
            return null;
        }
        String unit = either(found, "u", "u2");
        String room = either(found, "r", "r2");
        return PlaceDoubts.asMeant(new PlaceMention(
                number(PlaceForm.group(found, "b")),
                number(unit),
                floor(PlaceForm.group(found, "f"), at.before(text)),
                room == null ? null : Numerals.arabic(room),
                at));
    }

    private static @Nullable String either(Matcher found, String name, String other) {
        var first = PlaceForm.group(found, name);
        return first == null ? PlaceForm.group(found, other) : first;
    }

    /// Words that lead to a bare number, like 我住, are not part of the mention: they say whose place it is.
    private static int start(Matcher found) {
        boolean bareRoom =
                found.namedGroups().size() == 1 && found.namedGroups().containsKey("r");
        return bareRoom ? found.start("r") : found.start();
    }

    private static @Nullable String number(@Nullable String said) {
        return said == null ? null : Numerals.arabic(said).replaceFirst("^0+(?=.)", "");
    }

    private static @Nullable String floor(@Nullable String said, String before) {
        if (said == null) {
            return null;
        }
        String floor = Numerals.arabic(said.replace('负', '-')).replaceFirst("^0+(?=.)", "");
        return before.matches(".*地下(车库|停车场|室)?") && !floor.startsWith("-") ? "-" + floor : floor;
    }

    private static void mask(StringBuilder free, int from, int to) {
        for (int i = from; i < to; i++) {
            free.setCharAt(i, '\u0001');
        }
    }
}
