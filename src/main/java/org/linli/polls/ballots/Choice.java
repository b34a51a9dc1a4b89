package org.linli.polls.ballots;

/// What can be chosen.
///
/// @param number as people call it, from 1
/// @param cost   in yuan; 0 where nothing is paid
public record Choice(int number, String name, long cost) {

    public Choice(int number, String name) {
        this(number, name, 0);
    }
}
