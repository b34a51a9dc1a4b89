package org.linli.polls.ballots;

/// What is wrong with a ballot. Its name is a key of what people are told.
public enum Fault {
    EMPTY,
    NO_SUCH_CHOICE,
    TWICE,
    TOO_MANY,
    TOO_DEAR,
    TOO_MANY_POINTS,
    SCORE_OUT_OF_RANGE,
    /// Two in the same place of an order.
    SAME_PLACE,
    /// No number where one should be.
    UNREADABLE
}
