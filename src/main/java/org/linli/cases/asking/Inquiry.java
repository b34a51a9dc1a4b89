package org.linli.cases.asking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Neighbour;
import org.linli.platform.database.CommunityId;

/// What neighbours of a place were asked after a case was called done there, and what they said: pure.
///
/// @param resolvedAt when it was called done that time
/// @param asked      at most three; none where nobody could be asked
public record Inquiry(CommunityId community, String number, Instant resolvedAt, List<Asked> asked) {

    /// @param fixed `null` before they say something
    public record Asked(Neighbour who, @Nullable Boolean fixed) {

        @Override
        public String toString() {
            return "Asked[" + fixed + "]";
        }
    }

    public Inquiry {
        asked = List.copyOf(asked);
    }

    public long said(boolean fixed) {
        return asked.stream()
                .filter(it -> Boolean.valueOf(fixed).equals(it.fixed()))
                .count();
    }

    /// Whether most of those who were asked say that it is not done.
    public boolean isDisbelieved() {
        return said(false) * 2 > asked.size();
    }

    /// Empty where this person was not asked.
    Optional<Asked> of(Neighbour who) {
        return asked.stream().filter(it -> it.who().isSameAs(who)).findFirst();
    }

    /// The same, after this person has said it.
    Inquiry saying(Asked one, boolean fixed) {
        return new Inquiry(
                community,
                number,
                resolvedAt,
                asked.stream()
                        .map(it -> it.equals(one) ? new Asked(one.who(), fixed) : it)
                        .toList());
    }
}
