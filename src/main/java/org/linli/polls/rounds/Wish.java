package org.linli.polls.rounds;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;

/// What somebody wants.
///
/// @param round    the round's id, or [FindProposals#NEXT]
/// @param send     names the message or form for ever
/// @param toldAt   the address at which they are told what becomes of it
/// @param voter    as a voter is called
/// @param title    empty: the first clause of the words
/// @param pictures ids of what they sent with it
/// @param guess    what they think it costs, in yuan; `null`: nothing said
public record Wish(
        CommunityId community,
        String round,
        String title,
        String words,
        String place,
        String toldAt,
        String voter,
        String send,
        List<String> pictures,
        @Nullable Long guess) {

    public Wish {
        pictures = List.copyOf(pictures);
    }

    /// The same, in another round.
    public Wish in(String other) {
        return new Wish(community, other, title, words, place, toldAt, voter, send, pictures, guess);
    }

    public Wish showing(List<String> all) {
        return new Wish(community, round, title, words, place, toldAt, voter, send, all, guess);
    }

    /// In words alone.
    public Wish(
            CommunityId community, String round, String words, String place, String toldAt, String voter, String send) {
        this(community, round, "", words, place, toldAt, voter, send, List.of(), null);
    }

    @Override
    public String toString() {
        return "Wish[]";
    }
}
