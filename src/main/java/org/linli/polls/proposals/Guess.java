package org.linli.polls.proposals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What proposers think that something costs, out of their words: `大概3000元`, `1.5万块`. Pure.
public final class Guess {

    private static final long MOST = 100_000_000;
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final Pattern AMOUNT = Pattern.compile(
            "(?<![\\d.])(\\d{1,9}(?:\\.\\d{1,4})?)\\s*(?:(万)\\s*(?:元|块|多|左右)?|(?:多)?\\s*(?:元|块(?!钱?砖|石|地)))");

    private Guess() {}

    /// The first amount of money, in whole yuan; `null` where none is named, or none that anybody would believe.
    public static @Nullable Long in(String words) {
        var found = AMOUNT.matcher(words);
        if (!found.find()) {
            return null;
        }
        var amount = new BigDecimal(found.group(1));
        long yuan = (found.group(2) == null ? amount : amount.multiply(TEN_THOUSAND))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return yuan < 1 || yuan > MOST ? null : yuan;
    }
}
