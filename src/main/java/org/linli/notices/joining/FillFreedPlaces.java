package org.linli.notices.joining;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Gives places to those who wait for one where a place became free without anybody leaving: whoever had it was
/// forgotten.
@Component
class FillFreedPlaces implements Job {

    private final Activities activities;
    private final Effects effects;
    private final Clock clock;

    FillFreedPlaces(Activities activities, Effects effects, Clock clock) {
        this.activities = activities;
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "fill-freed-places";
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(1);
    }

    /// How many activities got somebody more.
    @Override
    public Mono<Integer> round() {
        return activities.awaited(clock.instant()).concatMap(this::fill).reduce(0, Integer::sum);
    }

    private Mono<Integer> fill(Activity of) {
        return activities
                .register(of)
                .map(Register::movingUp)
                .filter(up -> !up.isEmpty())
                .flatMap(up -> effects.commit(moved(of, up)).thenReturn(1))
                .onErrorResume(Conflict.class, _ -> Mono.just(0))
                .defaultIfEmpty(0);
    }

    private static List<Effect> moved(Activity of, List<Entry> up) {
        var all = new ArrayList<Effect>(ActivityLetters.movedUp(of, up));
        all.add(new RegisterMoved(of, up));
        return all;
    }
}
