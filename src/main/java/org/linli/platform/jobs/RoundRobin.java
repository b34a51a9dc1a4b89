package org.linli.platform.jobs;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.LookThenClaim.Seen;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Claims what waits in communities that take turns, so that a storm in one delays itself alone.
///
/// Communities stand in a circle. A round looks at the first of those in which something waits, behind the last one
/// that had a turn, and then claims in each of them, see [LookThenClaim]. Who has more than their share has their next
/// turn after all others. What a round costs hangs on how many communities it gives a turn, neither on how many there
/// are nor on how much waits in them.
///
/// One of a replica and a kind of work; rounds go one after the other.
public final class RoundRobin {

    /// Rows that one look reads at the most. A community in which more waits costs a look of its own.
    public static final int ROWS = 64;

    /// How many have a turn in one round at the most.
    public static final int COMMUNITIES = 32;

    private final Function<String, Flux<String>> look;
    private volatile String last = "";

    /// @param look around the circle from behind this community, which comes last: up to [#ROWS] rows, a community for
    ///             each thing that waits in it. Locks nothing
    public RoundRobin(Function<String, Flux<String>> look) {
        this.look = look;
    }

    /// Claims what of a community one share allows.
    @FunctionalInterface
    public interface Share<T> {

        /// @param communities how many have a turn in this round: an equal share each
        Flux<T> claim(CommunityId community, int communities);
    }

    /// What a round has claimed.
    ///
    /// @param others whether something may wait in communities that had no turn
    public record Round<T>(List<T> claimed, boolean others) {}

    /// Where nothing can be had of those whose turn it is, the next ones have theirs, once around. Never empty; what is
    /// claimed may be.
    ///
    /// @param most how many things at the most: no more communities have a turn
    public <T> Mono<Round<T>> claim(int most, Share<T> share) {
        return Mono.defer(() -> claim(Math.min(most, COMMUNITIES), share, new HashSet<>()));
    }

    private <T> Mono<Round<T>> claim(int most, Share<T> share, Set<CommunityId> had) {
        return turns(most)
                .flatMap(turns -> claimed(turns.communities(), share)
                        .collectList()
                        .flatMap(claimed -> claimed.isEmpty() && turns.others() && had.addAll(turns.communities())
                                ? claim(most, share, had)
                                : Mono.just(new Round<>(claimed, turns.others()))));
    }

    private static <T> Flux<T> claimed(List<CommunityId> communities, Share<T> share) {
        return LookThenClaim.all(
                Flux.fromIterable(communities).map(it -> new Seen<>(it, communities.size())),
                (community, _) -> share.claim(community, communities.size()));
    }

    private Mono<Turns> turns(int most) {
        return Mono.defer(() -> turns(new Lap(last, most))).doOnNext(it -> last = it.last(last));
    }

    private Mono<Turns> turns(Lap lap) {
        return look.apply(lap.at)
                .collectList()
                .flatMap(rows -> lap.endsWith(rows) ? Mono.just(lap.turns()) : turns(lap));
    }

    private record Turns(List<CommunityId> communities, boolean others) {

        String last(String otherwise) {
            return communities.isEmpty() ? otherwise : communities.getLast().value();
        }
    }

    /// A walk around the circle, from behind the last one that had a turn.
    private static final class Lap {

        private final Set<String> seen = new LinkedHashSet<>();
        private final int most;
        private String at;
        private boolean closed;

        Lap(String last, int most) {
            this.at = last;
            this.most = most;
        }

        /// Whether it ends in these rows: enough are seen, or all.
        boolean endsWith(List<String> rows) {
            String before = "";
            for (String community : rows) {
                if (!community.equals(before) && !seen.add(community)) {
                    closed = true;
                    return true;
                }
                before = community;
                if (seen.size() == most) {
                    return true;
                }
            }
            at = before;
            closed = rows.size() < ROWS;
            return closed;
        }

        Turns turns() {
            return new Turns(seen.stream().map(CommunityId::new).toList(), !closed);
        }
    }
}
