package org.linli.polls.owners;

/// A part that has to be reached, of heads and of areas each. Whole numbers decide, nothing is rounded.
///
/// @param strictly whether exactly this part is too little: 过半数 is more than half, 三分之二以上 is two thirds or more
///                 (Civil Code, article 1259: 所称的“以上”……包括本数；所称的“超过”……不包括本数)
public record Fraction(int above, int below, boolean strictly) {

    static final Fraction HALF = new Fraction(1, 2, true);
    static final Fraction TWO_THIRDS = new Fraction(2, 3, false);
    static final Fraction THREE_QUARTERS = new Fraction(3, 4, false);

    /// Of nothing, nothing is enough.
    boolean isReached(Share part, Share whole) {
        return !whole.isNothing() && missing(part, whole).isNothing();
    }

    /// The least that has to come to the part, for heads and areas each.
    Share missing(Share part, Share whole) {
        return new Share(missing(part.heads(), whole.heads()), missing(part.area(), whole.area()));
    }

    /// What has to be reached.
    Share of(Share whole) {
        return new Share(of(whole.heads()), of(whole.area()));
    }

    private long missing(long part, long whole) {
        return Math.max(0, of(whole) - part);
    }

    private long of(long whole) {
        long product = Math.multiplyExact(whole, (long) above);
        return strictly ? Math.floorDiv(product, (long) below) + 1 : Math.ceilDiv(product, (long) below);
    }
}
