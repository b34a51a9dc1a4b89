package org.linli.notices.sending;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.linli.outbox.LetterFates;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Job;
import org.linli.platform.redis.Live;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Takes over what became of letters: walks round through those of each notice that may still have news, one page of
/// each at a time, so that a large notice holds up no other. Where it is, is remembered in memory alone; several
/// replicas only look twice.
@Component
class FollowLetters implements Job {

    static final String TOPIC = "notices";

    private static final int PAGE = 1_000;

    private static final Duration SELDOM = Duration.ofMinutes(2);
    private static final int OF_ITS_AGE = 30;

    private record Followed(CommunityId community, String notice, Instant since) {}

    /// @param after whom the last page ended with
    /// @param again not before then
    private record Turn(String after, Instant again) {

        static final Turn FIRST = new Turn("", Instant.MIN);
    }

    private final Map<Followed, Turn> turns = new ConcurrentHashMap<>();
    private final DatabaseClient database;
    private final Recipients recipients;
    private final LetterFates letters;
    private final FindUnconfirmed unconfirmed;
    private final Effects effects;
    private final Live live;
    private final Clock clock;

    FollowLetters(
            DatabaseClient database,
            Recipients recipients,
            LetterFates letters,
            FindUnconfirmed unconfirmed,
            Effects effects,
            Live live,
            Clock clock) {
        this.database = database;
        this.recipients = recipients;
        this.letters = letters;
        this.unconfirmed = unconfirmed;
        this.effects = effects;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "follow-letters";
    }

    @Override
    public Duration rest() {
        return Duration.ofMillis(500);
    }

    /// How many recipients had news.
    @Override
    public Mono<Integer> round() {
        return followed().concatMap(this::page).reduce(0, Integer::sum);
    }

    private Flux<Followed> followed() {
        return database.sql("""
                        select community_id, notice, ready_at from notices.spreads
                        where followed_until > $1 and ready_at <= $1 order by urgency, ready_at desc""")
                .bind("$1", clock.instant().atOffset(UTC))
                .map(row -> new Followed(
                        new CommunityId(text(row, "community_id")), text(row, "notice"), instant(row, "ready_at")))
                .all()
                .collectList()
                .doOnNext(turns.keySet()::retainAll)
                .flatMapIterable(it -> it)
                .filter(it -> !turns.getOrDefault(it, Turn.FIRST).again().isAfter(clock.instant()));
    }

    private Mono<Integer> page(Followed of) {
        return recipients
                .followed(
                        of.community(),
                        of.notice(),
                        turns.getOrDefault(of, Turn.FIRST).after(),
                        PAGE)
                .collectList()
                .flatMap(those -> (those.isEmpty() ? Mono.just(0) : news(of, those))
                        .doOnNext(moved -> turns.put(of, next(of, those, moved))));
    }

    /// What is old and has no news is looked at less and less.
    private Turn next(Followed of, List<Recipient> those, int moved) {
        var now = clock.instant();
        boolean isLast = those.size() < PAGE;
        var rest = Duration.between(of.since(), now).dividedBy(OF_ITS_AGE);
        var wait = moved > 0 || !isLast ? Duration.ZERO : rest.compareTo(SELDOM) < 0 ? rest : SELDOM;
        return new Turn(isLast ? "" : those.getLast().who(), now.plus(wait));
    }

    private Mono<Integer> news(Followed of, List<Recipient> those) {
        var keys = those.stream().flatMap(it -> keys(of, it)).toList();
        return Mono.zip(letters.of(of.community(), keys).collectMap(LetterFates.Fate::key), owners(of, those))
                .map(found -> those.stream()
                        .flatMap(it -> moved(of, it, found.getT1(), found.getT2()).stream())
                        .toList())
                .flatMap(moved -> moved.isEmpty()
                        ? Mono.just(0)
                        : effects.commit(moved)
                                .then(live.say(TOPIC, of.notice()))
                                .thenReturn(moved.size()));
    }

    private Mono<Unconfirmed> owners(Followed of, List<Recipient> those) {
        return those.stream().anyMatch(Recipient::isGroup)
                ? unconfirmed.in(of.community())
                : Mono.just(new Unconfirmed(Map.of()));
    }

    private List<Effect> moved(Followed of, Recipient it, Map<String, LetterFates.Fate> found, Unconfirmed owners) {
        var best = keys(of, it)
                .map(found::get)
                .filter(Objects::nonNull)
                .map(ReadFate::of)
                .max(Comparator.comparingInt(ReadFate::rank))
                .orElse(ReadFate.TAKEN_BACK);
        var next = owners.of(it, best, clock.instant());
        if (next.fate() == it.fate() && next.reason().equals(it.reason())) {
            return List.of();
        }
        var moved = new RecipientMoved(of.community(), of.notice(), it, it.now(next.fate(), next.reason()));
        return Unconfirmed.isGivenUp(it, next)
                ? List.of(moved, new GroupMissed(of.community(), of.notice(), it.who()))
                : List.of(moved);
    }

    private static Stream<String> keys(Followed of, Recipient it) {
        return IntStream.rangeClosed(1, it.letters()).mapToObj(n -> "notice/" + of.notice() + "/" + it.who() + "/" + n);
    }
}
