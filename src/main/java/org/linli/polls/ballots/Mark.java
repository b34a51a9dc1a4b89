package org.linli.polls.ballots;

/// One choice on a ballot.
///
/// @param points given to it; 1 where the kind of ballot has none
public record Mark(int number, int points) {}
