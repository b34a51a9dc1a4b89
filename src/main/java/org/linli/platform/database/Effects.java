package org.linli.platform.database;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.platform.jobs.Coalesced;
import org.linli.platform.jobs.OwnAccord;
import org.linli.platform.traces.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The one way in which decisions reach the database.
///
/// Decisions of one community that are ready at the same time share a transaction: one commit, and one statement for
/// each kind of effect. When that transaction fails, it is tried in halves, so that a decision that cannot be written
/// fails alone. Those of several communities are committed beside each other, in turns: a database that is spread over
/// machines by community writes each on one of them, and a community that is held up holds up no other.
@Component
public class Effects {

    private static final Logger LOG = LoggerFactory.getLogger(Effects.class);
    private static final int MOST_DECISIONS_A_COMMIT = 256;
    private static final int COMMITS_ABREAST = 4;

    private final List<WriteEffects<?>> writers;
    private final Set<Class<?>> kinds;
    private final TransactionalOperator transaction;
    private final Coalesced<List<? extends Effect>, Optional<Throwable>> commits =
            new Coalesced<>(MOST_DECISIONS_A_COMMIT, COMMITS_ABREAST, Effects::community, this::together);

    /// @param writers in the order in which every transaction writes its kinds
    Effects(List<WriteEffects<?>> writers, TransactionalOperator transaction) {
        this.writers = List.copyOf(writers);
        this.kinds = writers.stream().map(WriteEffects::kind).collect(Collectors.toUnmodifiableSet());
        this.transaction = transaction;
    }

    /// Writes what one decision changes: all of it, committed, or nothing.
    ///
    /// Signals [Conflict] when the decision has to be made again, otherwise what the database said.
    public Mono<Void> commit(List<? extends Effect> decision) {
        if (decision.isEmpty()) {
            return Mono.empty();
        }
        return Mono.deferContextual(
                        it -> commits.call(OwnAccord.is(it) ? ofOwnAccord(decision) : List.copyOf(decision)))
                .flatMap(failure -> failure.<Mono<Void>>map(Mono::error).orElseGet(Mono::empty));
    }

    /// Whose turn it is. A decision about several is written with those of its first.
    private static CommunityId community(List<? extends Effect> decision) {
        return decision.getFirst().community();
    }

    private static List<? extends Effect> ofOwnAccord(List<? extends Effect> decision) {
        return decision.stream().map(Effect::ofOwnAccord).toList();
    }

    private Mono<List<Optional<Throwable>>> together(List<List<? extends Effect>> decisions) {
        var rivals = rivals(decisions);
        var first = IntStream.range(0, decisions.size())
                .filter(i -> rivals.get(i).isEmpty())
                .<List<? extends Effect>>mapToObj(decisions::get)
                .toList();
        return inOneCommit(first)
                .map(List::iterator)
                .map(outcomes -> rivals.stream()
                        .map(rival -> rival.isPresent() ? rival : outcomes.next())
                        .toList());
    }

    /// Of decisions about the same thing, all but the first.
    private static List<Optional<Throwable>> rivals(List<List<? extends Effect>> decisions) {
        var taken = new HashSet<Object>();
        return decisions.stream()
                .map(decision -> decision.stream()
                        .map(Effect::contested)
                        .filter(it -> it != null && !taken.add(it))
                        .findFirst()
                        .<Throwable>map(_ -> new Conflict("what another decision of this moment is about")))
                .toList();
    }

    private Mono<List<Optional<Throwable>>> inOneCommit(List<List<? extends Effect>> decisions) {
        return write(decisions)
                .thenReturn(
                        decisions.stream().map(_ -> Optional.<Throwable>empty()).toList())
                .onErrorResume(error ->
                        decisions.size() == 1 ? Mono.just(List.of(Optional.of(error))) : inHalves(decisions, error));
    }

    private Mono<List<Optional<Throwable>>> inHalves(List<List<? extends Effect>> decisions, Throwable error) {
        LOG.info(
                "{} decisions did not fit into one commit ({}), writing half of them",
                decisions.size(),
                Failed.briefly(error));
        int middle = decisions.size() / 2;
        return Flux.just(decisions.subList(0, middle), decisions.subList(middle, decisions.size()))
                .concatMap(this::inOneCommit)
                .flatMapIterable(it -> it)
                .collectList();
    }

    /// Communities in the order of their names, so that decisions about several never wait for each other in a circle.
    private Mono<Void> write(List<List<? extends Effect>> decisions) {
        var effects = decisions.stream()
                .<Effect>flatMap(List::stream)
                .collect(
                        groupingBy(it -> it.community().value(), TreeMap::new, groupingBy(Effect::getClass, toList())));
        return everyKindHasAWriter(effects.values())
                .thenMany(Flux.fromIterable(effects.values()))
                .concatMap(this::writeKinds)
                .then()
                .as(transaction::transactional);
    }

    private Mono<Void> writeKinds(Map<? extends Class<?>, List<Effect>> ofOneCommunity) {
        return Flux.fromIterable(writers)
                .filter(it -> ofOneCommunity.containsKey(it.kind()))
                .concatMap(writer -> writeThoseOf(writer, ofOneCommunity))
                .then();
    }

    private static <E extends Effect> Mono<Void> writeThoseOf(
            WriteEffects<E> writer, Map<? extends Class<?>, List<Effect>> effects) {
        return writer.write(effects.getOrDefault(writer.kind(), List.of()).stream()
                .map(writer.kind()::cast)
                .toList());
    }

    private Mono<Void> everyKindHasAWriter(Collection<? extends Map<? extends Class<?>, ?>> wanted) {
        return Flux.fromIterable(wanted)
                .<Class<?>>flatMapIterable(Map::keySet)
                .filter(kind -> !kinds.contains(kind))
                .next()
                .flatMap(kind -> Mono.error(() -> new IllegalStateException("nobody writes " + kind.getName())));
    }
}
