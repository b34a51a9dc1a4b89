package org.linli.platform.jobs;

import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.linli.platform.database.CommunityId;
import org.linli.platform.traces.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Claims what is due in whatever community, without a statement that locks rows of several: a database that is spread
/// over machines by community takes no such lock.
///
/// First comes a look over all communities, which locks nothing and is out of date when it comes back. Then comes a
/// claim in each community where something was seen. It names what was seen, says once more what makes it due, and
/// passes over what another replica holds (`for update skip locked`): so of two who have seen the same, one gets it.
///
/// A community whose claim fails keeps no other waiting, and nobody's claim is lost for it: it is told in the log and
/// comes again with the next look. Where nothing could be claimed, the first failure is signalled.
public final class LookThenClaim {

    private static final Logger LOG = LoggerFactory.getLogger(LookThenClaim.class);

    /// Claims at the same time, each on a connection of its own.
    private static final int ABREAST = 4;

    /// What a look saw.
    ///
    /// @param key which row of the community
    public record Seen<K>(CommunityId community, K key) {

        /// Of a row whose key is one text.
        public static Seen<String> of(Readable row, String column) {
            return new Seen<>(new CommunityId(text(row, "community_id")), text(row, column));
        }

        /// Keys may be addresses of people.
        @Override
        public String toString() {
            return "Seen[" + community + "]";
        }
    }

    private LookThenClaim() {}

    /// All that was seen and can still be had, community by community in the order in which they were seen. None is
    /// handed out before the last claim has ended, see `Committed`.
    ///
    /// @param claim a statement or a transaction, of rows of this community alone
    public static <K, T> Flux<T> all(Flux<Seen<K>> look, BiFunction<CommunityId, List<K>, Flux<T>> claim) {
        return look.collectList().map(LookThenClaim::byCommunity).flatMapMany(seen -> {
            var failures = Collections.synchronizedList(new ArrayList<Throwable>());
            return Flux.fromIterable(seen.entrySet())
                    .flatMapSequential(
                            it -> noting(
                                    failures,
                                    it.getKey(),
                                    claim.apply(it.getKey(), it.getValue()).collectList()),
                            ABREAST)
                    .collectList()
                    .flatMapIterable(claims -> claims)
                    .flatMapIterable(rows -> rows)
                    .switchIfEmpty(signalled(failures));
        });
    }

    /// The first of what was seen that can still be had. Empty where none can.
    ///
    /// @param claim a statement of this row alone; empty where another replica was faster
    public static <K, T> Mono<T> first(Flux<Seen<K>> look, BiFunction<CommunityId, K, Mono<T>> claim) {
        return look.collectList().flatMap(seen -> {
            var failures = new ArrayList<Throwable>();
            return Flux.fromIterable(seen)
                    .concatMap(it -> noting(failures, it.community(), claim.apply(it.community(), it.key())))
                    .next()
                    .switchIfEmpty(signalled(failures));
        });
    }

    private static <K> Map<CommunityId, List<K>> byCommunity(List<Seen<K>> seen) {
        return seen.stream()
                .collect(Collectors.groupingBy(
                        Seen::community, LinkedHashMap::new, Collectors.mapping(Seen::key, Collectors.toList())));
    }

    private static <T> Mono<T> noting(List<Throwable> failures, CommunityId community, Mono<T> claim) {
        return claim.onErrorResume(failure -> {
            failures.add(failure);
            LOG.warn(
                    "nothing is claimed in community '{}': {}, looked at again soon",
                    community,
                    Failed.briefly(failure));
            return Mono.empty();
        });
    }

    private static <T> Mono<T> signalled(List<Throwable> failures) {
        return Mono.defer(() -> failures.isEmpty() ? Mono.empty() : Mono.error(failures.getFirst()));
    }
}
