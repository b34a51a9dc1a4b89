package org.linli.polls.files;

import java.math.BigDecimal;

/// Whole numbers of the smallest unit, as people write them.
final class Amounts {

    private Amounts() {}

    /// No exponent and no zeros at the end: `40.5`, `1000`.
    static String written(long smallest, int decimals) {
        var exact = BigDecimal.valueOf(smallest, decimals);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }
}
