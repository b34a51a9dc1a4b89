package org.linli.understanding.opennlp;

import java.util.Arrays;
import java.util.TreeSet;
import net.sourceforge.pinyin4j.PinyinHelper;
import org.jspecify.annotations.Nullable;

/// How characters sound, without tones: 电梯, 垫梯 and 店提 are the same.
///
/// A syllable is one character of Unicode's private area, so that three of them are as cheap as three characters.
final class Pinyin {

    private static final char FIRST = '\u4e00';
    private static final char LAST = '\u9fa5';
    private static final char AREA = '\ue000';
    private static final char[] SOUNDS = sounds();

    private Pinyin() {}

    static String of(String text) {
        char[] heard = text.toCharArray();
        for (int i = 0; i < heard.length; i++) {
            heard[i] = of(heard[i]);
        }
        return new String(heard);
    }

    /// The character itself where it has no sound.
    static char of(char it) {
        return it >= FIRST && it <= LAST ? SOUNDS[it - FIRST] : it;
    }

    private static char[] sounds() {
        var readings = new @Nullable String[LAST - FIRST + 1];
        var syllables = new TreeSet<String>();
        for (int i = 0; i < readings.length; i++) {
            String @Nullable [] heard = PinyinHelper.toHanyuPinyinStringArray((char) (FIRST + i));
            if (heard != null && heard.length > 0) {
                String reading = heard[0].substring(0, heard[0].length() - 1);
                readings[i] = reading;
                syllables.add(reading);
            }
        }
        var order = syllables.toArray(String[]::new);
        char[] sounds = new char[readings.length];
        for (int i = 0; i < sounds.length; i++) {
            String reading = readings[i];
            sounds[i] = reading == null ? (char) (FIRST + i) : (char) (AREA + Arrays.binarySearch(order, reading));
        }
        return sounds;
    }
}
