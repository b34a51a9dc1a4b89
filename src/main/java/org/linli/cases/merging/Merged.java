package org.linli.cases.merging;

/// What became of somebody's wish to merge, split or take apart.
public sealed interface Merged {

    /// @param number of the case to look at now
    record Done(String number) implements Merged {}

    record Refused(Refusal why) implements Merged {}

    /// Somebody else changed one of the cases since they were shown. Nothing was done.
    record Stale() implements Merged {}
}
