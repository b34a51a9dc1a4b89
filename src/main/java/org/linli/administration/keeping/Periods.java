package org.linli.administration.keeping;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.linli.community.StaffMember;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.linli.platform.retention.Forgets;
import org.linli.platform.retention.Period;
import org.linli.platform.retention.PeriodChosen;
import org.linli.platform.retention.Retention;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How long a community keeps what, looked at and chosen.
@Component
public class Periods {

    /// @param job  its name; the words for what it forgets are `admin.retention.{job}`
    /// @param days how many it is now
    public record Held(String job, Period period, int days) {}

    private final List<Forgets> jobs;
    private final Retention retention;
    private final Effects effects;
    private final Clock clock;

    Periods(List<Forgets> jobs, Retention retention, Effects effects, Clock clock) {
        this.jobs = jobs;
        this.retention = retention;
        this.effects = effects;
        this.clock = clock;
    }

    /// Empty where nothing of that kind is kept.
    public Optional<Forgets> of(String kind) {
        return jobs.stream().filter(it -> it.period().kind().equals(kind)).findFirst();
    }

    /// Those kept longest first.
    public Flux<Held> all(CommunityId community) {
        return Flux.fromIterable(jobs)
                .concatMap(it -> held(community, it))
                .sort((one, other) -> other.period().usual() == one.period().usual()
                        ? one.job().compareTo(other.job())
                        : other.period().usual() - one.period().usual());
    }

    /// Never empty.
    public Mono<Held> held(CommunityId community, Forgets job) {
        return retention.days(community, job.period()).map(days -> new Held(job.name(), job.period(), days));
    }

    /// How many rows would be deleted at once. Never empty.
    public Mono<Long> lost(CommunityId community, Forgets job, int days) {
        return retention.count(community, days, job.counting());
    }

    /// In force from the next round of the job on, on every replica.
    public Mono<Void> choose(StaffMember by, Held held, int days) {
        return effects.commit(List.of(
                new PeriodChosen(by.community(), held.period(), days),
                new Noted(
                        by.community(),
                        by.id(),
                        Noted.Kind.SETTING_CHANGED,
                        "retention/" + held.period().kind(),
                        "%d -> %d days".formatted(held.days(), days),
                        clock.instant())));
    }
}
