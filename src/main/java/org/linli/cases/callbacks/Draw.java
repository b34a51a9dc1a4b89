package org.linli.cases.callbacks;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.linli.platform.database.CommunityId;
import org.linli.platform.signing.Sha256;

/// Which cases of a month are called back: pure, so that anybody who has the seed and the pool draws the same.
///
/// Cases are put in the order of the SHA-256 of `seed/number`, written in hexadecimal; the first tenth, rounded up, is
/// drawn.
///
/// @param seed made when it is drawn, so that nobody knows before whose case it will be
/// @param pool numbers of all cases that were called done in that month
public record Draw(CommunityId community, YearMonth month, String seed, List<String> pool, Instant at) {

    /// One in so many, at least; a county's published rule for hotlines.
    static final int ONE_IN = 10;

    public Draw {
        pool = List.copyOf(pool);
    }

    /// In the order in which they were drawn.
    public List<String> drawn() {
        return pool.stream()
                .sorted(Comparator.comparing(this::lot))
                .limit(Math.ceilDiv(pool.size(), ONE_IN))
                .toList();
    }

    private String lot(String number) {
        return Sha256.hex(seed + "/" + number);
    }
}
