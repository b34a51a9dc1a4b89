package org.linli.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.outbox.Letter;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Residents are asked how a case was done: which letter asks whom. Whom it does not reach is asked by other ways
/// afterwards.
public record VerdictsAsked(CommunityId community, String number, Instant resolvedAt, List<Asked> asked)
        implements Effect {

    /// @param address  by which they are known in the case
    /// @param resident `null` where nobody is known there
    /// @param letter   its key
    /// @param told     where it goes
    public record Asked(Address address, @Nullable String resident, String letter, Address told) {

        @Override
        public String toString() {
            return "Asked[" + letter + "]";
        }
    }

    public VerdictsAsked {
        asked = List.copyOf(asked);
    }

    /// @param letters that say that it is done, among others
    static VerdictsAsked by(List<Letter> letters, Case it, Instant resolvedAt, CaseFile file) {
        var asked = file.waiting()
                .flatMap(who -> letters.stream()
                        .filter(letter -> letter.template().startsWith("case-resolved"))
                        .filter(letter -> letter.to().equals(who.reachedAt()))
                        .map(letter -> new Asked(who.address(), who.resident(), letter.key(), letter.to()))
                        .limit(1))
                .toList();
        return new VerdictsAsked(it.community(), it.number(), resolvedAt, asked);
    }
}
