package org.linli.channels.contract;

/// What can happen to an adapter; each has one test in the contract.
public enum Case {
    /// It is a channel with a name and limits.
    CHANNEL,

    /// A call is for an account that is not ours, or signed by nobody.
    NOT_OURS,

    /// What people write arrives as they wrote it.
    WORDS,

    /// The signed part of a call was changed on its way.
    TAMPERED,

    /// A genuine call comes once more, long after it was signed.
    OLD,

    /// A genuine call comes several times at the same moment.
    AT_ONCE,

    /// A kind of message that nobody knows yet.
    UNKNOWN_KIND,

    /// A letter is taken.
    TAKEN,

    /// The platform refuses with a code of its own in an HTTP 200.
    CODE_IN_200,

    /// It is too much at once.
    THROTTLED,

    /// The person has to write first.
    WINDOW_CLOSED,

    /// The person left.
    PERSON_GONE,

    /// We may not do this.
    FORBIDDEN,

    /// Some proxy says that the platform is out of order, or nobody listens there.
    OUT_OF_ORDER,

    /// The platform cuts the connection, or stays silent, over a letter.
    HUNG_UP,

    /// The platform does not know our secret.
    WRONG_SECRET,

    /// A token ends before its time, and so does the next.
    TOKEN_EXPIRED,

    /// The platform takes none of the tokens that it gives.
    TOKEN_NEVER_TAKEN,

    /// No secret and nobody's words where operators read.
    SILENCE
}
