package org.linli.cases;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a verdict from somebody's words: "4", "五星", "2分 太慢了", "满意", "还是没修好", "差评".
///
/// A number counts before words; a denial ("不满意", "没修好") before the praise that is part of it.
public final class RatingWords {

    private record Verdict(Pattern said, int stars) {
        static Verdict of(int stars, String words) {
            return new Verdict(Pattern.compile(words), stars);
        }
    }

    private static final Pattern NUMBER = Pattern.compile(
            "^(?:我?(?:给|打|评)(?:个|了)?)?\\s*([1-5一二两三四五])\\s*(?:个)?(?:分|星|颗星|star)*+(?=$|[\\s,，。.!！、;；~])[\\s,，。.!！、;；~]*+(?!\\d)");
    private static final Pattern COUNTED = Pattern.compile("(?<![\\d.十百])([1-5一二两三四五])\\s*(?:个)?(?:分(?!钟)|颗?星)");
    private static final Pattern OFF_SCALE =
            Pattern.compile("^(?:我?(?:给|打|评)(?:个|了)?)?\\s*\\d{1,3}(?:\\.\\d)?\\s*个?(?:分|颗?星)[\\s。.!！~]*$");
    private static final Pattern STARS = Pattern.compile("^[★⭐🌟]{1,5}");

    /// The first line that is found counts.
    private static final List<Verdict> VERDICTS = List.of(
            Verdict.of(1, "(非常|很|极|十分|太)不满意|差评|垃圾|糟糕|太差"),
            Verdict.of(1, "没(有)?(给)?(修|弄|解决|处理|搞|换|通|做)(好|完|掉|干净)?|未(修|解决|处理)"),
            Verdict.of(1, "还(是)?(坏|漏|老样子|那样|堵|不行|不亮|不能|没)|又(坏|漏|堵)了|根本没"),
            Verdict.of(2, "不(太|怎么|是很|大)?满意|不(太)?行|不好|失望|敷衍|较差|马虎"),
            Verdict.of(3, "一般|凑合|还行|还可以|马马虎虎|勉强|中评"),
            Verdict.of(5, "(非常|很|十分|特别|超级?|相当)(的)?(满意|好|棒)|完美|五星|太好了|点赞|👍|满分|好评"),
            Verdict.of(4, "满意|可以|不错|挺好|蛮好|修好了|解决了|好了|搞定|^好的?$|👌"));

    private RatingWords() {}

    /// Empty when the words are no verdict.
    public static Optional<Rating> read(String said) {
        String words = Normalizer.normalize(said, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        if (words.length() > 200) {
            return Optional.empty();
        }
        return stars(words).or(() -> number(words)).or(() -> counted(words)).or(() -> verdict(words));
    }

    /// Whether points are given, and more or fewer than there are: "9分".
    public static boolean isOffScale(String said) {
        String words = Normalizer.normalize(said, Normalizer.Form.NFKC).strip();
        return OFF_SCALE.matcher(words).matches() && read(said).isEmpty();
    }

    private static Optional<Rating> stars(String words) {
        var found = STARS.matcher(words);
        return found.find()
                ? Optional.of(new Rating(
                        (int) found.group().codePoints().count(),
                        words.substring(found.end()).strip()))
                : Optional.empty();
    }

    private static Optional<Rating> number(String words) {
        var found = NUMBER.matcher(words);
        return found.find()
                ? Optional.of(
                        new Rating(digit(found), words.substring(found.end()).strip()))
                : Optional.empty();
    }

    private static Optional<Rating> counted(String words) {
        var found = COUNTED.matcher(words);
        return found.find() ? Optional.of(new Rating(digit(found), words)) : Optional.empty();
    }

    private static Optional<Rating> verdict(String words) {
        return VERDICTS.stream()
                .filter(verdict -> verdict.said().matcher(words).find())
                .map(verdict -> new Rating(verdict.stars(), words))
                .findFirst();
    }

    private static int digit(Matcher found) {
        return switch (found.group(1)) {
            case "1", "一" -> 1;
            case "2", "二", "两" -> 2;
            case "3", "三" -> 3;
            case "4", "四" -> 4;
            default -> 5;
        };
    }
}
