package org.linli.polls.owners;

import java.math.BigDecimal;

/// How areas are written.
public final class Areas {

    private Areas() {}

    /// In square metres, `89.56`.
    ///
    /// @param area in hundredths of a square metre
    public static String text(long area) {
        return BigDecimal.valueOf(area, 2).toPlainString();
    }
}
