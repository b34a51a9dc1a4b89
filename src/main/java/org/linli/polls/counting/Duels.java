package org.linli.polls.counting;

import java.util.Arrays;

/// How many ballots prefer one to another, for each pair: what Condorcet's methods look at.
///
/// @param wins `wins[a][b]`: ballots that put `a` strictly above `b`
record Duels(long[][] wins) {

    static Duels of(Election election) {
        int size = election.projects().size();
        var wins = new long[size][size];
        election.ballots().forEach((ballot, times) -> add(wins, places(ballot, election), times));
        return new Duels(wins);
    }

    private static void add(long[][] wins, int[] places, int times) {
        for (int a = 0; a < places.length; a++) {
            for (int b = 0; b < places.length; b++) {
                wins[a][b] += places[a] < places[b] && places[b] < Integer.MAX_VALUE ? times : 0;
            }
        }
    }

    /// The class of each on a ballot, the best 0. The largest number: nothing is known of it.
    static int[] places(Ballot ballot, Election election) {
        var places = new int[election.projects().size()];
        var ranked = Rankings.of(ballot);
        Arrays.fill(places, election.scales().unrankedLast() ? ranked.size() : Integer.MAX_VALUE);
        for (int place = 0; place < ranked.size(); place++) {
            for (int project : ranked.get(place)) {
                places[project] = place;
            }
        }
        return places;
    }

    int size() {
        return wins.length;
    }

    long margin(int a, int b) {
        return wins[a][b] - wins[b][a];
    }

    boolean beats(int a, int b) {
        return wins[a][b] > wins[b][a];
    }

    /// How strong a victory is; 0 for none.
    long strength(int a, int b, Strength by) {
        if (!beats(a, b)) {
            return 0;
        }
        return by == Strength.WINNING ? wins[a][b] : margin(a, b);
    }

    /// What makes a victory strong.
    enum Strength {
        /// The ballots of the winner.
        WINNING,
        /// How many more they are than the loser's.
        MARGIN
    }
}
