package org.linli.cases.callbacks;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import org.linli.cases.SpokenTime;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Draws, as soon as a month is over, whom to call back of those whose cases were called done in it.
///
/// Replicas need no lease: of two who draw the same month one is refused, and its seed is forgotten.
@Component
class DrawCallBacks implements Job {

    private static final int SEED_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Communities communities;
    private final FindCallBacks find;
    private final Effects effects;
    private final Clock clock;

    DrawCallBacks(Communities communities, FindCallBacks find, Effects effects, Clock clock) {
        this.communities = communities;
        this.find = find;
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "draw-call-backs";
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Mono<Integer> round() {
        var month = YearMonth.from(clock.instant().atZone(SpokenTime.ZONE)).minusMonths(1);
        return communities
                .all()
                .map(CommunityMap::id)
                .concatMap(community -> once(community, month))
                .reduce(0, Integer::sum);
    }

    private Mono<Integer> once(CommunityId community, YearMonth month) {
        return find.draw(community, month)
                .map(_ -> 0)
                .switchIfEmpty(
                        Mono.defer(() -> find.done(community, month).flatMap(done -> draw(community, month, done))));
    }

    private Mono<Integer> draw(CommunityId community, YearMonth month, List<String> done) {
        var draw = new Draw(community, month, seed(), done, clock.instant());
        return effects.commit(List.of(new CallBacksDrawn(draw)))
                .thenReturn(1)
                .onErrorResume(Conflict.class, _ -> Mono.just(0));
    }

    private String seed() {
        var bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
