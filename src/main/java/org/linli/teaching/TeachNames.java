package org.linli.teaching;

import java.text.Normalizer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.linli.community.AnnounceChange;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Place.Kind;
import org.linli.community.StaffMember;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Staff says what residents call a place: a gate, a shop, a compound, a building. Whoever says so from then on is
/// understood, also misspelt, as if the name stood in the register.
@Service
public class TeachNames {

    /// A name that was taught, and of what.
    public record Taught(Place place, String where, String name) {}

    /// @param id    of a place
    /// @param where as people say it, with its compound
    public record Nameable(String id, String where) {}

    /// What becomes of a name that is to be taught.
    public enum Result {
        DONE,
        /// One character, more than twenty, none that is a letter, or a number for a building.
        NO_NAME,
        /// Of another community, gone, or a unit or flat, which have numbers.
        NO_PLACE,
        /// The place is called so already.
        KNOWN
    }

    private static final Set<Kind> NAMED = EnumSet.of(Kind.SPOT, Kind.COMPOUND, Kind.BUILDING);
    private static final Pattern NAME = Pattern.compile("(?=.*\\p{L})[\\p{L}\\p{Nd}·・ ()（）-]{2,20}");

    private static final String TEACH = """
            insert into teaching.names (community_id, place, name, taught_by, taught_at) values ($1, $2, $3, $4, $5)
            on conflict do nothing""";

    private static final String FORGET =
            "delete from teaching.names where community_id = $1 and place = $2 and name = $3";

    private final Communities communities;
    private final TaughtNames names;
    private final AnnounceChange announce;
    private final DatabaseClient database;
    private final Clock clock;

    TeachNames(
            Communities communities, TaughtNames names, AnnounceChange announce, DatabaseClient database, Clock clock) {
        this.communities = communities;
        this.names = names;
        this.announce = announce;
        this.database = database;
        this.clock = clock;
    }

    /// Places that can be taught a name, in the order of the register.
    public Mono<List<Nameable>> places(CommunityId community) {
        return communities
                .map(community)
                .map(map -> map.places().stream()
                        .filter(it -> NAMED.contains(it.kind()))
                        .map(it -> new Nameable(it.id(), map.display(it)))
                        .toList());
    }

    /// By place. Names of places that are gone are left out. Never empty; the list may be.
    public Mono<List<Taught>> taught(CommunityId community) {
        return Mono.zip(
                communities.map(community),
                names.of(community).collectList(),
                (map, known) -> known.stream()
                        .flatMap(
                                it -> map
                                        .place(it.place())
                                        .map(place -> new Taught(place, map.display(place), it.name()))
                                        .stream())
                        .sorted(Comparator.comparing(Taught::where).thenComparing(Taught::name))
                        .toList());
    }

    /// Understood here at once, on other replicas within seconds. Never empty.
    public Mono<Result> teach(StaffMember by, String place, String name) {
        String said = Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
        return communities
                .map(by.community())
                .map(map -> judged(map, place, said))
                .flatMap(result ->
                        result == Result.DONE ? written(by, place, said).thenReturn(result) : Mono.just(result));
    }

    /// Whether it was there. Never empty.
    public Mono<Boolean> forget(StaffMember by, String place, String name) {
        return database.sql(FORGET)
                .bind(0, by.community().value())
                .bind(1, place)
                .bind(2, name)
                .fetch()
                .rowsUpdated()
                .delayUntil(gone -> gone > 0 ? announce.raising(by.community()) : Mono.empty())
                .map(gone -> gone > 0);
    }

    private static Result judged(CommunityMap map, String place, String name) {
        if (!NAME.matcher(name).matches()) {
            return Result.NO_NAME;
        }
        return map.openPlace(place)
                .filter(it -> NAMED.contains(it.kind()))
                .map(it -> judged(it, name))
                .orElse(Result.NO_PLACE);
    }

    private static Result judged(Place it, String name) {
        if (it.kind() == Kind.BUILDING && !Place.mayBeCalled(name)) {
            return Result.NO_NAME;
        }
        return it.name().equals(name) || it.aliases().contains(name) ? Result.KNOWN : Result.DONE;
    }

    private Mono<Void> written(StaffMember by, String place, String name) {
        return database.sql(TEACH)
                .bind(0, by.community().value())
                .bind(1, place)
                .bind(2, name)
                .bind(3, by.id())
                .bind(4, clock.instant().atOffset(ZoneOffset.UTC))
                .then()
                .then(Mono.defer(() -> announce.raising(by.community())));
    }
}
