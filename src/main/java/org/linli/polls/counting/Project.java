package org.linli.polls.counting;

/// What may be chosen (项目): something that costs money, or somebody who stands for a seat at no cost.
///
/// @param id as it is announced: `3`, `BO.D9.2/23`
/// @param name may be empty
/// @param cost in the smallest unit of the election's money, not negative
/// @param stands false once it was withdrawn: ballots may name it, no rule chooses it
public record Project(String id, String name, long cost, boolean stands) {

    public Project {
        if (cost < 0) {
            throw new IllegalArgumentException("project '%s' costs less than nothing".formatted(id));
        }
    }

    public Project(String id, long cost) {
        this(id, "", cost, true);
    }
}
