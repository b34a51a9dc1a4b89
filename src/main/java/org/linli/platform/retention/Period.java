package org.linli.platform.retention;

import java.time.Duration;

/// How many days a kind of data is kept, and between which bounds a community may choose.
///
/// @param kind  like `letters`; stored by name, so a kind is never renamed
/// @param usual where nobody chose
/// @param least fewer would break what still reads the data
/// @param most  more than any purpose needs; personal data are kept for the shortest time that does
///              (个人信息保护法 19 条)
public record Period(String kind, int usual, int least, int most) {

    public Period {
        if (least < 1 || usual < least || most < usual) {
            throw new IllegalArgumentException(
                    "%s: %d, %d, %d days (expected: rising, from 1)".formatted(kind, least, usual, most));
        }
    }

    public boolean allows(int days) {
        return days >= least && days <= most;
    }

    /// What holds of a choice that was made under the bounds of another release.
    int within(int chosen) {
        return Math.clamp(chosen, least, most);
    }

    public Duration usually() {
        return Duration.ofDays(usual);
    }
}
