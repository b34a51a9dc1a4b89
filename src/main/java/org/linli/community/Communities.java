package org.linli.community;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The communities that are served, as of their last import.
///
/// They are kept in memory: [ReloadCommunities] and [HearOfImports] renew them within seconds of an import on
/// any replica, and what is in memory is served while the database is away.
@Service
public class Communities {

    record Version(CommunityId id, long number) {}

    private record Loaded(long version, CommunityMap map) {}

    private final Map<CommunityId, Loaded> loaded = new ConcurrentHashMap<>();
    private final LoadCommunity rows;

    Communities(LoadCommunity rows) {
        this.rows = rows;
    }

    /// Never empty. Signals [NoSuchCommunity].
    public Mono<CommunityMap> map(CommunityId id) {
        return Mono.defer(() -> {
            var known = loaded.get(id);
            return known == null ? renew().then(Mono.defer(() -> loadedNow(id))) : Mono.just(known.map());
        });
    }

    /// As it is in memory; empty where it was not loaded yet.
    Optional<CommunityMap> known(CommunityId id) {
        return Optional.ofNullable(loaded.get(id)).map(Loaded::map);
    }

    /// All of them, by id. Empty before the first import.
    public Flux<CommunityMap> all() {
        return Mono.defer(() -> loaded.isEmpty() ? renew() : Mono.empty())
                .thenMany(Flux.defer(
                        () -> Flux.fromStream(loaded.values().stream().map(Loaded::map))))
                .sort((one, other) -> one.id().value().compareTo(other.id().value()));
    }

    /// Loads what was imported since. Never empty: how many were renewed.
    Mono<Integer> renew() {
        return rows.versions()
                .filter(it -> isNew(it))
                .concatMap(this::load)
                .count()
                .map(Long::intValue);
    }

    private boolean isNew(Version version) {
        var known = loaded.get(version.id());
        return known == null || known.version() < version.number();
    }

    private Mono<CommunityMap> load(Version version) {
        return rows.load(version.id())
                .doOnNext(map -> loaded.merge(
                        version.id(),
                        new Loaded(version.number(), map),
                        (old, fresh) -> old.version() > fresh.version() ? old : fresh));
    }

    private Mono<CommunityMap> loadedNow(CommunityId id) {
        var known = loaded.get(id);
        return known == null ? Mono.error(() -> new NoSuchCommunity(id, loaded.keySet())) : Mono.just(known.map());
    }
}
