package org.linli.polls.callback;

/// How a sample has answered: numbers alone.
///
/// @param drawn     on so many ballots the lot fell
/// @param unreached so many of their voters are reached nowhere
/// @param same      so many say that the log holds what they meant
/// @param differs   so many say that it does not
public record Figures(int drawn, int unreached, int same, int differs) {

    /// With fewer answers a bound says nothing.
    private static final int FEWEST = 4;

    /// So many were asked and have not answered.
    public int silent() {
        return drawn - unreached - same - differs;
    }

    /// Whether a bound can be said: nobody found a difference. Who did not answer proves nothing either way.
    public boolean isClean() {
        return differs == 0 && same >= FEWEST;
    }

    /// Of all ballots less than so many in a thousand hold something else than was meant, 95 times in a hundred: three
    /// by the number of those who agree, rounded up (the rule of three). Means something only where [#isClean].
    public int perThousand() {
        return Math.ceilDiv(3_000, Math.max(1, same));
    }

    /// The same as people read it: `5`, `42.9`.
    public String percent() {
        int tenths = perThousand();
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : "%d.%d".formatted(tenths / 10, tenths % 10);
    }
}
