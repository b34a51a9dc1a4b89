package org.linli.understanding.opennlp;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.sourceforge.pinyin4j.PinyinHelper;
import org.jspecify.annotations.Nullable;
import org.linli.understanding.examples.Example;

/// What happens to a message between a resident's head and us. Each kind changes every message it can.
final class Noise {

    private static final String TRADITIONAL = "電樓門單層點時後鐘個間這話開來還過連續裡嗎麼沒壞車號錢關聲響漏聞臭狗貓樹園區業報修掃髒邊頭隻條費辦證問題處理謝請幫們幾為什說聽見讓給";
    private static final String SIMPLE = "电楼门单层点时后钟个间这话开来还过连续里吗么没坏车号钱关声响漏闻臭狗猫树园区业报修扫脏边头只条费办证问题处理谢请帮们几为什说听见让给";
    /// In this order.
    private static final List<Map.Entry<String, String>> ENGLISH = List.of(
            Map.entry("电梯", "lift"),
            Map.entry("停水", "没water"),
            Map.entry("垃圾", "rubbish"),
            Map.entry("噪音", "noise"),
            Map.entry("小偷", "thief"),
            Map.entry("着火", "fire了"),
            Map.entry("停车", "parking"),
            Map.entry("狗", "dog"),
            Map.entry("谢谢", "thanks"),
            Map.entry("坏了", "broken了"));

    private static final List<String> EMOJI = List.of("😭", "🙏", "😂", "👍", "😡", "[捂脸]", "❤️", "~", "😅😅", "🤣");
    private static final List<String> FILLERS = List.of("那个", "就是", "然后", "嗯", "呃", "这个", "反正", "就是说", "啊", "对吧");

    private final Random chance = new Random(11);
    private final Map<Character, List<Character>> sameSound = new HashMap<>();
    private final Map<String, Integer> pairs = new HashMap<>();

    /// @param examples whose characters are the usual ones
    Noise(List<Example> examples) {
        Map<Character, List<Character>> bySound = new HashMap<>();
        examples.forEach(it -> it.text()
                .chars()
                .filter(c -> c >= '一' && c <= '龥')
                .forEach(c -> bySound.computeIfAbsent(
                                Pinyin.of(Character.toString(c)).charAt(0), _ -> new ArrayList<>())
                        .add((char) c)));
        for (Example it : examples) {
            for (int at = 0; at + 2 <= it.text().length(); at++) {
                pairs.merge(it.text().substring(at, at + 2), 1, Integer::sum);
            }
        }
        bySound.values().forEach(same -> same.forEach(it -> sameSound.putIfAbsent(it, same)));
    }

    /// One character in eight sounds the same and is another.
    String homophones(String text) {
        var heard = new StringBuilder();
        for (char it : text.toCharArray()) {
            heard.append(chance.nextInt(8) == 0 ? another(it) : it);
        }
        return heard.toString();
    }

    /// A character is left out, doubled, or changes place with its neighbour.
    String slips(String text) {
        if (text.length() < 5) {
            return text;
        }
        int at = 1 + chance.nextInt(text.length() - 2);
        return switch (chance.nextInt(3)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.charAt(at) + text.substring(at);
            default -> text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
        };
    }

    String traditional(String text) {
        var written = new StringBuilder();
        for (char it : text.toCharArray()) {
            written.append(SIMPLE.indexOf(it) < 0 ? it : TRADITIONAL.charAt(SIMPLE.indexOf(it)));
        }
        return written.toString();
    }

    String fullWidth(String text) {
        var wide = new StringBuilder();
        for (char it : Normalizer.normalize(text, Normalizer.Form.NFKC).toCharArray()) {
            wide.append(it == ' ' ? '\u3000' : it > ' ' && it < '\u007f' ? (char) (it + 0xfee0) : it);
        }
        return wide.toString();
    }

    /// A word in English, or else one of two characters in letters.
    String letters(String text) {
        for (var it : ENGLISH) {
            if (text.contains(it.getKey())) {
                return text.replace(it.getKey(), it.getValue());
            }
        }
        int at = word(text);
        return text.substring(0, at)
                + spelt(text.substring(at, Math.min(text.length(), at + 2)))
                + text.substring(Math.min(text.length(), at + 2));
    }

    /// Where the two characters stand that are most often beside each other.
    private int word(String text) {
        return IntStream.range(0, Math.max(1, text.length() - 1))
                .boxed()
                .max(Comparator.comparingInt(at ->
                        pairs.getOrDefault(text.substring(at, Math.min(text.length(), at + 2)), 0)))
                .orElse(0);
    }

    /// At the end, and where somebody pauses.
    String emoji(String text) {
        return text.replaceFirst("[,，。 ]", any(EMOJI)) + any(EMOJI);
    }

    String repeated(String text) {
        int at = chance.nextInt(text.length());
        return text.substring(0, at)
                + text.substring(at, at + 1).repeat(2 + chance.nextInt(4))
                + text.substring(at + 1)
                + "!".repeat(chance.nextInt(4));
    }

    /// No pauses, and in place of the first one what people say while they think.
    String voice(String text) {
        String spoken = text.replaceFirst("[,，。 、]", any(FILLERS));
        if (text.codePoints().noneMatch(it -> it >= '一' && it <= '龥')) {
            // these fillers are Chinese
            return text;
        }
        // between words of letters a blank is spoken too
        String pause = "[\\s,，。.!！?？、;；:：~…]+";
        return any(FILLERS) + spoken.replaceAll("(?<![A-Za-z])" + pause + "|" + pause + "(?![A-Za-z])", "");
    }

    private char another(char it) {
        var same = sameSound.getOrDefault(it, List.of(it));
        return same.get(chance.nextInt(same.size()));
    }

    private String any(List<String> some) {
        return some.get(chance.nextInt(some.size()));
    }

    private static String spelt(String text) {
        var letters = new StringBuilder();
        for (char it : text.toCharArray()) {
            String @Nullable [] readings = PinyinHelper.toHanyuPinyinStringArray(it);
            letters.append(
                    readings == null || readings.length == 0
                            ? String.valueOf(it)
                            : readings[0].substring(0, readings[0].length() - 1).replace("u:", "v"));
        }
        return letters.toString();
    }
}
