package org.linli.cases;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// Money as people write it: `120 元`, `1,200.50元`, `3万元`, `80块`. Pure.
public final class Amount {

    private static final Pattern SAID =
            Pattern.compile("(?<![\\d.,])(\\d{1,3}(?:,\\d{3})+|\\d{1,9})(\\.\\d{1,2})?\\s*(万)?\\s*(?:元|块)");
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private Amount() {}

    /// In yuan, the last one that is named. Empty where none is.
    public static Optional<BigDecimal> in(String words) {
        return SAID.matcher(words).results().reduce((_, later) -> later).map(found -> {
            var cents = found.group(2) == null ? "" : found.group(2);
            var yuan = new BigDecimal(found.group(1).replace(",", "") + cents);
            return found.group(3) == null ? yuan : yuan.multiply(TEN_THOUSAND);
        });
    }
}
