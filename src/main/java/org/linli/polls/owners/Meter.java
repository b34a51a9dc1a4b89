package org.linli.polls.owners;

/// How far a vote of owners is, and what is missing: pure and exact.
///
/// @param all   who may vote
/// @param took  who has voted, whatever they said: abstaining is taking part
/// @param agree who said yes
public record Meter(Majority majority, Share all, Share took, Share agree) {

    public boolean hasQuorum() {
        return Fraction.TWO_THIRDS.isReached(took, all);
    }

    /// Whether it is agreed to, as it stands.
    public boolean isAgreed() {
        return hasQuorum() && majority.agreeing().isReached(agree, took);
    }

    /// What has to take part at least.
    public Share quorum() {
        return Fraction.TWO_THIRDS.of(all);
    }

    /// Who still has to take part, at least.
    public Share missingToQuorum() {
        return Fraction.TWO_THIRDS.missing(took, all);
    }

    /// What has to agree at least, of those who have taken part by now.
    public Share needed() {
        return majority.agreeing().of(took);
    }

    /// Who of those who have taken part by now would have to agree besides, at least.
    public Share missingToAgree() {
        return majority.agreeing().missing(agree, took);
    }
}
