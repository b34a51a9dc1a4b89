package org.linli.polls.chat;

import java.text.Normalizer;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.linli.polls.ballots.Numerals;

/// Set phrases about proposals: the words of our buttons, and as people write them.
final class RoundWords {

    private static final String N = "([\\d０-９]{1,4}|[一二两三四五六七八九十]{1,3})";
    private static final Pattern SUPPORT =
            Pattern.compile("^\\s*(?:我们?家?|俺)?(?:也|都|还是)?(?:支持|附议|赞成|顶)(?:一下)?\\s*(?:第)?(?:" + N
                    + "\\s*(?:号|个)?\\s*(?:提案|项目)|(?:提案|项目)\\s*第?" + N + "\\s*号?)(?:了|啊|吧)?\\s*[。.！!]*$");
    private static final Pattern SUPPORT_NUMBER = Pattern.compile(
            "^\\s*(?:我们?家?|俺)?(?:也|都|还是)?(?:支持|附议|赞成|顶)(?:一下)?\\s*第?" + N + "\\s*号(?:的)?(?:了|啊|吧)?\\s*[。.！!]*$");
    private static final Pattern OBJECT =
            Pattern.compile("^\\s*(?:我)?(?:要)?(?:提出?)?异议\\s*[:：,，\\s]\\s*(.+)", Pattern.DOTALL);
    private static final Pattern PROPOSE =
            Pattern.compile("^\\s*(?:我|我们)?(?:想|要|想要)?(?:提|申报)(?:个|一个|交)?(?:微)?(?:实事|项目|提案)(?:项目)?\\s*[:：,，\\s]\\s*");
    /// Nobody says this to a neighbour.
    private static final Pattern PROPOSE_PLAINLY = Pattern.compile(
            "^\\s*(?:我|我们)?(?:想|要|想要)?提(?:个|一个)微?(?:实事|项目|提案)\\s*[:：]\\s*[^\\s?？][^?？]{3,}$", Pattern.DOTALL);
    private static final Pattern BARE =
            Pattern.compile("^(?:我)?(?:想|要|想要)?(?:提(?:个|一个|交)?|申报|报)(?:个|一个)?(?:微?实事|微?项目|提案|建议)(?:项目)?[。.！!]*$");

    private static final Pattern ABOUT = Pattern.compile(
            "(?<!\\d)(\\d{1,4})\\s*号?\\s*(?:提案|项目|方案)|第?\\s*(\\d{1,4})\\s*(?:号(?!楼)|项)|第?([一二两三四五六七八九十]{1,3})号(?!楼)");

    private static final Pattern UNSUPPORT =
            Pattern.compile("^\\s*(?:我们?家?|俺)?(?:不|不再|取消|撤回|撤销|收回)(?:对)?(?:支持|附议)了?(?:第)?\\s*(?:" + N
                    + "\\s*(?:号|个)?\\s*(?:提案|项目)?|(?:提案|项目)\\s*第?" + N + "\\s*号?)(?:了|啊|吧)?\\s*[。.！!]*$");
    private static final Pattern ANOTHER = Pattern.compile(
            "^\\s*(?:我)?(?:还是|就)?(?:要)?(?:另提一个|另外提|单独提|另提|提我的|提我自己的|不一样[，,]?(?:另提|单独提)?)(?:吧|啊|了)?\\s*[。.！!]*$");

    private RoundWords() {}

    /// The number of the proposal from which somebody takes their support back.
    static OptionalInt unsupported(String said) {
        var found = UNSUPPORT.matcher(said);
        return found.find() ? OptionalInt.of(number(found)) : OptionalInt.empty();
    }

    /// Says that a wish is not the same as what it resembles.
    static boolean isAnother(String said) {
        return ANOTHER.matcher(said).matches();
    }

    /// The number of the proposal that somebody supports.
    static OptionalInt supported(String said) {
        var found = SUPPORT.matcher(said);
        return found.find() ? OptionalInt.of(number(found)) : OptionalInt.empty();
    }

    /// The number that somebody supports without saying of what.
    static OptionalInt supportedNumber(String said) {
        var found = SUPPORT_NUMBER.matcher(said);
        return found.find() ? OptionalInt.of(number(found)) : OptionalInt.empty();
    }

    static boolean proposes(String said) {
        return PROPOSE.matcher(said).find();
    }

    /// In the very words that an announcement tells, and no question.
    static boolean proposesPlainly(String said) {
        return PROPOSE_PLAINLY.matcher(said).matches();
    }

    /// Without the set phrase before it.
    static String proposal(String said) {
        return PROPOSE.matcher(said).replaceFirst("").strip();
    }

    static boolean objects(String said) {
        return OBJECT.matcher(said).find();
    }

    /// Without the set phrase before it.
    static String objection(String said) {
        var found = OBJECT.matcher(said);
        return (found.find() ? found.group(1) : said).strip();
    }

    /// The number of the proposal that an objection names.
    static OptionalInt about(String said) {
        var found = ABOUT.matcher(said);
        return found.find() ? OptionalInt.of(number(found)) : OptionalInt.empty();
    }

    /// Of several ways to say it, the one that was found.
    private static int number(Matcher found) {
        String said = IntStream.rangeClosed(1, found.groupCount())
                .mapToObj(found::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return Numerals.number(Normalizer.normalize(said, Normalizer.Form.NFKC));
    }

    /// Says that there is something to propose, and not what.
    static boolean saysNothing(String said) {
        return said.strip().length() < 5 || BARE.matcher(said.strip()).matches();
    }
}
