package org.linli.notices.writing;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.linli.community.choosing.Whom;
import org.linli.keys.KnownKeys;
import org.linli.notices.Notice;
import org.linli.notices.audience.FindAudience;
import org.linli.notices.audience.Reading;
import org.linli.notices.sending.PlanReach;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Looks a notice over: whom it means, what is wrong with it, who has to approve it.
@Component
public class LookAtNotice {

    private final FindAudience audience;
    private final PlanReach plan;
    private final AskReach reach;
    private final ChangePlaces places;
    private final AskPlatforms platforms;
    private final KnownKeys keys;
    private final Clock clock;

    LookAtNotice(
            FindAudience audience,
            PlanReach plan,
            AskReach reach,
            ChangePlaces places,
            AskPlatforms platforms,
            KnownKeys keys,
            Clock clock) {
        this.reach = reach;
        this.audience = audience;
        this.plan = plan;
        this.places = places;
        this.platforms = platforms;
        this.keys = keys;
        this.clock = clock;
    }

    /// Never empty.
    public Mono<NoticeLook> at(Notice notice) {
        return Mono.zip(
                        audience.read(notice.community(), notice.audience()),
                        plan.people(notice).defaultIfEmpty(0L),
                        everybody(notice),
                        Flux.concat(reach.faults(notice), places.faults(notice), platforms.faults(notice))
                                .collectList(),
                        keys.hand(notice.community(), notice.writer()))
                .map(found -> look(
                        notice,
                        found.getT1(),
                        found.getT2(),
                        Approval.of(notice, found.getT5(), found.getT2(), found.getT3()),
                        found.getT4()));
    }

    private Mono<Long> everybody(Notice notice) {
        return audience.count(notice.community(), new Whom.Everybody());
    }

    private NoticeLook look(Notice notice, Reading whom, long people, Approval approval, List<Fault> more) {
        var faults = Stream.concat(
                        new CheckNotice(notice, whom, people, clock.instant()).faults().stream(), more.stream())
                .toList();
        return new NoticeLook(notice, whom, people, approval, faults);
    }
}
