package org.linli.understanding.entities;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Sums of money, in yuan: 300元, 三百五十块, 1.2万, 三块五, ¥88.
final class FindAmount {

    private static final String DIGITS = "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d{1,2})?";
    private static final String NUMERALS = "[零〇一二三四五六七八九十百千两]+";

    /// What may follow 块 when it means money: 三块砖 and 一块儿 are none.
    private static final String ENDS = "(?=$|[^\\p{IsHan}A-Za-z0-9]|[一每的了多还都吗呢吧不我他她也就起左上才给是到])";

    private static final Pattern MONEY =
            Pattern.compile("(?<![\\d.])(?<n>" + DIGITS + "|(?<![零〇一二三四五六七八九十百千两])" + NUMERALS
                    + ")\\s?(?<w>万)?(?<v>[一二三四五六七八九1-9](?![\\d]))?(?:多|来)?\\s?(?:个)?"
                    + "(?<u>元(?!旦|宵|里|桥|月)|圆(?![\\p{IsHan}])|块钱|块(?<h>[一二三四五六七八九1-9])(?:毛|角)?"
                    + ENDS + "|块" + ENDS + "|毛钱|毛" + ENDS + "|角钱|RMB|人民币)");

    private static final Pattern SIGN = Pattern.compile("[¥￥]\\s?(?<n>" + DIGITS + ")(?<w>万)?");

    /// What ends such a sum: 收了三千斤 is none.
    private static final String CLAUSE = "(?=$|[,，。.;；!！?？\\s]|[了才还都呢吧吗不我他她也就没到])";

    private static final String TO_WHOM = "(?:了|我|他|她|走|掉|去|们|人家|老人家?|[爸妈爷奶]){0,3}";

    /// 骗了八万, 欠我两万, 赔了五千多: without a word for money behind it.
    private static final Pattern PAID = Pattern.compile(
            "(?:花|欠|借|收|交|赔|骗|付|罚|扣|押金|费|押|捐|丢|损失|工资|房租|存款)" + TO_WHOM + "\\s?(?<n>" + DIGITS + "|" + NUMERALS
                    + ")(?:(?<w>万)(?<v>[一二三四五六七八九1-9])?|(?<=[百千][零〇一二三四五六七八九十百两]{0,6})(?:多|来)?" + CLAUSE + ")");

    /// 押金2000, 赔了5000多
    private static final Pattern PAID_IN_DIGITS =
            Pattern.compile("(?:押金|工资|房租|存款|损失|[花收交赔骗付罚扣欠捐]了)" + TO_WHOM + "\\s?(?<n>\\d{3,6})(?:多|来)?" + CLAUSE);

    private static final String WORDS = "元圆块毛角万百千¥￥R币";
    private static final String PAYING = "花收交赔骗付罚扣欠捐金资租款损";
    private static final Pattern PIECES = Pattern.compile("[一二三四五六七八九两]");
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private record Found(BigDecimal yuan, Mention at) {}

    private FindAmount() {}

    /// Digits with a point before cents; `null` where none was said.
    ///
    /// @param text cleaned
    static @Nullable String in(String text) {
        if (!mayTell(text)) {
            return null;
        }
        var found = new ArrayList<Found>();
        for (Pattern pattern : List.of(MONEY, SIGN, PAID, PAID_IN_DIGITS)) {
            for (Matcher it = pattern.matcher(text); it.find(); ) {
                var at = new Mention(it.start(), it.end());
                if (isMoney(it, pattern) && !at.denied(text)) {
                    found.add(new Found(yuan(it, pattern), at));
                }
            }
        }
        found.sort(Comparator.comparingInt(it -> it.at().start()));
        int valid = Mention.afterCorrections(found.stream().map(Found::at).toList(), text);
        return found.stream()
                .skip(valid)
                .map(it -> it.yuan().stripTrailingZeros().toPlainString())
                .findFirst()
                .orElse(null);
    }

    /// Nearly every message that names a place has the 元 of 单元, before which no number stands.
    private static boolean mayTell(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (WORDS.indexOf(text.charAt(i)) >= 0 && !text.startsWith("单元", i - 1)) {
                return true;
            }
        }
        var characters = Characters.of(text);
        return characters.hasAny(PAYING) && characters.hasRow(3, "0123456789");
    }

    /// 一块 is "together" and 两块 two pieces unless 钱 follows.
    private static boolean isMoney(Matcher it, Pattern pattern) {
        return pattern != MONEY
                || !it.group("u").equals("块")
                || !PIECES.matcher(it.group("n")).matches();
    }

    private static BigDecimal yuan(Matcher it, Pattern pattern) {
        BigDecimal number = number(it.group("n"));
        boolean tenThousands = pattern != PAID_IN_DIGITS && it.group("w") != null;
        number = tenThousands ? number.multiply(TEN_THOUSAND) : number;
        if (pattern == SIGN || pattern == PAID_IN_DIGITS) {
            return number;
        }
        String tail = it.group("v");
        number =
                tail == null ? number : number.add(number(tail).multiply(BigDecimal.valueOf(tenThousands ? 1000 : 10)));
        return pattern == PAID ? number : inYuan(number, it.group("u"), it.group("h"));
    }

    private static BigDecimal inYuan(BigDecimal number, String unit, @Nullable String tenths) {
        if (unit.startsWith("毛") || unit.startsWith("角")) {
            return number.movePointLeft(1);
        }
        return tenths == null ? number : number.add(number(tenths).movePointLeft(1));
    }

    private static BigDecimal number(String said) {
        return new BigDecimal(Numerals.arabic(said.replace(",", "")));
    }
}
