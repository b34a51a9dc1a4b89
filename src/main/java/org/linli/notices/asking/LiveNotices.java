package org.linli.notices.asking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.community.Communities;
import org.linli.community.Resident;
import org.linli.dialogue.Speaker;
import org.linli.notices.Notice;
import org.linli.notices.audience.FindAudience;
import org.linli.notices.audience.Reading;
import org.linli.notices.board.Board;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What hangs on the boards and is not over, kept in memory, so that every message can be held against it without
/// asking the database.
@Component
public class LiveNotices implements Job {

    /// For so long "到几点啊" means what was told last.
    private static final Duration FRESH = Duration.ofHours(24);

    private final Board board;
    private final FindAudience audience;
    private final Communities communities;
    private final Clock clock;
    private volatile Map<CommunityId, List<LiveNotice>> live = Map.of();

    LiveNotices(Board board, FindAudience audience, Communities communities, Clock clock) {
        this.board = board;
        this.audience = audience;
        this.communities = communities;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "know-live-notices";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Mono<Integer> round() {
        return board.live()
                .concatMap(this::understood)
                .collect(Collectors.groupingBy(it -> it.notice().community()))
                .doOnNext(found -> live = Map.copyOf(found))
                .thenReturn(0);
    }

    private Flux<LiveNotice> understood(Notice it) {
        return Mono.zip(audience.read(it.community(), it.audience()), communities.map(it.community()))
                .flatMapMany(found -> found.getT1() instanceof Reading.Understood(var whom)
                        ? Flux.just(new LiveNotice(it, whom, found.getT2()))
                        : Flux.empty());
    }

    /// Those that are not over and concern whoever asks, as far as that is known; what begins first first.
    public List<LiveNotice> now(Speaker speaker) {
        var resident = speaker.resident();
        return current(speaker)
                .filter(it -> resident == null || resident.home() == null || it.concerns(resident))
                .sorted(Comparator.comparing(LiveNotice::begins))
                .toList();
    }

    private Stream<LiveNotice> current(Speaker speaker) {
        var now = clock.instant();
        return live.getOrDefault(speaker.community(), List.of()).stream().filter(it -> !it.isOver(now));
    }

    /// The one that this question is about: it concerns whoever asks rather than others, and has most in common with
    /// the words; of several the latest. Empty where none is, or nothing is asked.
    public Optional<LiveNotice> about(Speaker speaker, String said) {
        var now = clock.instant();
        var all = current(speaker).toList();
        if (all.isEmpty() || !Matter.isAsked(said)) {
            return Optional.empty();
        }
        var resident = speaker.resident();
        return all.stream()
                .filter(it -> Matter.common(it.notice().wording(), said) > 0)
                .max(Comparator.comparing((LiveNotice it) -> resident != null && it.concerns(resident))
                        .thenComparing(it -> Matter.common(it.notice().wording(), said))
                        .thenComparing(it -> it.notice().writtenAt()))
                .or(() -> speaker.group() == null && resident != null && Matter.isBare(said)
                        ? onlyOne(all.stream(), resident, now)
                        : Optional.empty());
    }

    private static Optional<LiveNotice> onlyOne(Stream<LiveNotice> all, Resident resident, Instant now) {
        var fresh = all.filter(it -> it.concerns(resident) && it.leftAfter(now.minus(FRESH)))
                .limit(2)
                .toList();
        return fresh.size() == 1 ? Optional.of(fresh.getFirst()) : Optional.empty();
    }
}
