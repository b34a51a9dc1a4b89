package org.linli.understanding.opennlp;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// What the classifier looks at: pieces of one or two characters, of one or two
/// syllables, kindred words, and a few facts.
///
/// Each counts once, and the whole has length one, so that a long message weighs no more than a short one.
///
/// @param names  without repeats; the last is [#ALWAYS]
/// @param values one a name
@SuppressWarnings("ArrayRecordComponent") // OpenNLP's shape; never compared
record Features(String[] names, float[] values) {

    /// Lets a label be likelier than others before anything is read.
    static final String ALWAYS = "*always";

    /// Three would only learn the examples by heart: measured, they make guesses worse.
    private static final int PIECE = 2;

    private static final Pattern BUILDING = Pattern.compile("\\d+ ?(号楼|栋|幢|座|#|单元|门)|[a-z]座");
    private static final Pattern PHONE = Pattern.compile("(?<!\\d)1[3-9]\\d{9}(?!\\d)");
    private static final Pattern QUESTION = Pattern.compile("[?？吗]|怎么|什么|哪|多少|几[点号时]|如何|能不能|可不可以|是不是|有没有");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]");

    static Features of(String said) {
        String text = Normalised.of(said).text();
        Set<String> names = new LinkedHashSet<>(8 * text.length() + 16);
        pieces("^" + text + "$", "", names);
        pieces("^" + Pinyin.of(text) + "$", "~", names);
        Kin.of(text, names);
        facts(said, text, names);
        float value = (float) (1 / Math.sqrt(names.size()));
        names.add(ALWAYS);
        float[] values = new float[names.size()];
        Arrays.fill(values, value);
        values[values.length - 1] = 1;
        return new Features(names.toArray(String[]::new), values);
    }

    private static void pieces(String text, String mark, Set<String> into) {
        for (int from = 0; from < text.length(); from++) {
            for (int to = from + 1; to <= Math.min(from + PIECE, text.length()); to++) {
                into.add(mark + text.substring(from, to));
            }
        }
    }

    private static void facts(String said, String text, Set<String> into) {
        String start = said.length() > Normalised.MOST ? said.substring(0, Normalised.MOST) : said;
        when(BUILDING.matcher(text).find(), "*building", into);
        when(PHONE.matcher(start).find(), "*phone", into);
        when(QUESTION.matcher(text).find(), "*question", into);
        when(!WORD.matcher(text).find(), "*wordless", into);
        into.add("*length" + (32 - Integer.numberOfLeadingZeros(text.length())));
    }

    private static void when(boolean so, String name, Set<String> into) {
        if (so) {
            into.add(name);
        }
    }
}
