package org.linli.rights;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Job;
import org.linli.platform.traces.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Does what people asked for who want to be forgotten. What cannot go yet is tried again every ten minutes, and that
/// alone: what they write meanwhile stays. The trail says when nothing was left.
@Component
class ErasePeople implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(ErasePeople.class);
    private static final Duration UNTIL_NEXT_TRY = Duration.ofMinutes(10);
    private static final String NOBODY = "by-hand:desk:person:";

    private final DueErasures erasures;
    private final KnownPeople people;
    private final ForgetPerson forget;
    private final Effects effects;
    private final Clock clock;

    ErasePeople(DueErasures erasures, KnownPeople people, ForgetPerson forget, Effects effects, Clock clock) {
        this.erasures = erasures;
        this.people = people;
        this.forget = forget;
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "erase-people";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Mono<Integer> round() {
        return erasures.claim().flatMap(this::erase).defaultIfEmpty(0);
    }

    private Mono<Integer> erase(DueErasures.Due due) {
        return people.recognised(due.person())
                .flatMap(person -> erasures.remembered(due, person))
                .flatMap(
                        it -> forget.forget(it.person(), mark(it), it.waiting()).flatMap(left -> ended(it, left)))
                .onErrorResume(error -> putOff(due, error))
                .thenReturn(1);
    }

    private Mono<Void> ended(DueErasures.Due it, List<String> left) {
        return left.isEmpty()
                ? effects.commit(List.of(new Erased(it.community(), it.id(), clock.instant()), noted(it)))
                : erasures.later(it, left, UNTIL_NEXT_TRY);
    }

    private Mono<Void> putOff(DueErasures.Due it, Throwable error) {
        LOG.warn(
                "erasure {} was interrupted ({}), it goes on in {} minutes",
                it.id(),
                Failed.briefly(error),
                UNTIL_NEXT_TRY.toMinutes());
        return erasures.later(it, it.waiting(), UNTIL_NEXT_TRY);
    }

    private Noted noted(DueErasures.Due it) {
        return new Noted(it.community(), it.by(), Noted.Kind.ERASED, it.id(), "", clock.instant());
    }

    private static String mark(DueErasures.Due it) {
        return NOBODY + "erased-" + it.id();
    }
}
