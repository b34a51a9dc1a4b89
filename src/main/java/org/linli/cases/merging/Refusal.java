package org.linli.cases.merging;

/// Why cases are not merged, split or taken apart. Words for each are in `templates/messages/same.properties`.
public enum Refusal {
    /// There is no such case, or it is not this person's to act on.
    NO_SUCH_CASE,
    SAME_CASE,
    /// One of them is finished.
    OVER,
    /// One of them rests in another one already.
    MERGED_ALREADY,
    /// Each has a promise of its own to residents, and neither may be forgotten.
    TWO_PROMISES,
    /// The one that goes on would be the one that is promised later.
    LATER_PROMISE,
    /// It does not rest in any.
    NOT_MERGED,
    /// The case that it rests in rests in another one: that one is taken apart first.
    TARGET_MERGED,
    /// Nobody was chosen, or not of this case.
    NOBODY_CHOSEN,
    REASON_MISSING
}
