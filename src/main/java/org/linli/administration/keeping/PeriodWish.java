package org.linli.administration.keeping;

import org.jspecify.annotations.Nullable;
import org.linli.platform.retention.Period;

/// What an administrator handed in for a kind of data, and what becomes of it.
///
/// @param days 0: no number
/// @param fate what to do about it
public record PeriodWish(int days, Fate fate) {

    public enum Fate {
        /// No number, or one out of bounds.
        REFUSED,
        /// It is so already.
        SAME,
        /// Would delete, and has not been confirmed against what holds now.
        TO_CONFIRM,
        GRANTED
    }

    /// @param now       how many days it is kept so far
    /// @param typed     what was handed in
    /// @param confirmed how many days it was kept when the loss was shown and agreed to
    public static PeriodWish of(Period period, int now, @Nullable String typed, @Nullable String confirmed) {
        int days = number(typed);
        if (!period.allows(days)) {
            return new PeriodWish(days, Fate.REFUSED);
        }
        if (days == now) {
            return new PeriodWish(days, Fate.SAME);
        }
        boolean mayLose = days > now || number(confirmed) == now;
        return new PeriodWish(days, mayLose ? Fate.GRANTED : Fate.TO_CONFIRM);
    }

    private static int number(@Nullable String typed) {
        try {
            return typed == null ? 0 : Integer.parseInt(typed.strip());
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }
}
