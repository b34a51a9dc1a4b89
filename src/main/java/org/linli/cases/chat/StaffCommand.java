package org.linli.cases.chat;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What staff writes to do something with a case: `接单 123`, `办结 LM-2026-000123 已换灯泡`, `转给 物业 123 归他们修`,
/// `还要两天 123`. The number may stand before the verb as well.
///
/// @param number in full or only its last digits; empty where none was said
/// @param unit   to whom it is passed on, as it was said; otherwise empty
/// @param more   how much longer it takes; otherwise zero
/// @param words  the rest: a note, an answer, a reason; may be empty
record StaffCommand(Verb verb, String number, String unit, Duration more, String words) {

    private static final String GAP = "[\\s,，。:：;；]*";
    private static final String END = "(?=$|[\\s,，。:：;；#\\dA-Za-z])";
    private static final String NUMBER = "[A-Za-z]{1,8}\\s?-?\\s?\\d{4}\\s?-?\\s?\\d{1,9}(?!\\d)"
            + "|#?\\d{1,9}(?=$|[\\s,，。:：;；]|号(?!楼)|[\\p{IsHan}&&[^号楼栋幢座单元层室户天日周星礼个小时月年点分位]])";
    private static final String BEFORE = "^(?:(?<before>" + NUMBER + ")号?" + GAP + ")?";
    private static final String AFTER = GAP + "(?:(?<after>" + NUMBER + ")号?)?" + GAP + "(?<words>.*)$";
    private static final String UNIT = "(?<unit>[^\\s,，。:：;；\\d#]{1,20})";
    private static final String SPAN = "(?<amount>\\d{1,3}|[一二两三四五六七八九十]|半)个?(?<measure>小时|天|日|周|星期|礼拜|工作日)" + END;
    private static final String NUMERALS = "零一二三四五六七八九十";

    enum Verb {
        /// 接单
        ACCEPT("(?:我?接单)" + END),
        /// 答复居民
        REPLY("(?:回复|答复)" + END),
        /// 办结
        RESOLVE("(?:已?办结|办好了?|办完了?)" + END),
        /// 退单
        RETURN("(?:退回|退单)" + END),
        /// 转办
        PASS_ON("(?:转给|转办|转交)" + GAP + UNIT),
        /// 延期
        DELAY("(?:还要|还需要?|延期|再要)" + GAP + SPAN),
        /// 承诺: the time that the words say
        PROMISE("承诺" + END),
        /// 重新办理
        REOPEN("(?:重新办理|重办|重开)" + END);

        private final Pattern said;

        Verb(String said) {
            this.said = Pattern.compile(BEFORE + said + AFTER, Pattern.DOTALL);
        }

        /// For keys of words: `pass-on`.
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Empty for whatever is no command.
    static Optional<StaffCommand> read(String said) {
        String text = Normalizer.normalize(said, Normalizer.Form.NFKC).strip();
        return Stream.of(Verb.values())
                .map(verb -> read(verb, verb.said.matcher(text)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<StaffCommand> read(Verb verb, Matcher found) {
        return found.matches()
                ? Optional.of(new StaffCommand(
                        verb,
                        number(found),
                        verb == Verb.PASS_ON ? found.group("unit") : "",
                        verb == Verb.DELAY ? span(found.group("amount"), found.group("measure")) : Duration.ZERO,
                        found.group("words").strip()))
                : Optional.empty();
    }

    private static String number(Matcher found) {
        @Nullable String before = found.group("before");
        String said = Objects.requireNonNullElse(before == null ? found.group("after") : before, "");
        return said.replace("#", "");
    }

    private static Duration span(String amount, String measure) {
        int minutes = switch (measure) {
            case "小时" -> 60;
            case "周", "星期", "礼拜" -> 7 * 24 * 60;
            default -> 24 * 60;
        };
        return amount.equals("半")
                ? Duration.ofMinutes(minutes / 2)
                : Duration.ofMinutes((long) count(amount) * minutes);
    }

    private static int count(String amount) {
        char first = amount.charAt(0);
        if (Character.isDigit(first)) {
            return Integer.parseInt(amount);
        }
        return first == '两' ? 2 : NUMERALS.indexOf(first);
    }

    StaffCommand about(String number) {
        return new StaffCommand(verb, number, unit, more, words);
    }

    /// Whether a unit of this name can be named in a command.
    static boolean isReadAsUnit(String name) {
        return name.matches(UNIT);
    }

    @Override
    public String toString() {
        return "StaffCommand[" + verb + "]";
    }
}
