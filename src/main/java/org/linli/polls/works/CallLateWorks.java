package org.linli.polls.works;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.cases.SpokenTime;
import org.linli.channels.Address;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Unit;
import org.linli.outbox.Letter;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.EachAlone;
import org.linli.platform.jobs.Job;
import org.linli.polls.rounds.FindRounds;
import org.linli.polls.rounds.Propose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Calls the unit, and the community's desk where the unit is told nowhere, about what should be done by now: every
/// three days until it is. Where nobody was told it is tried again each time, and the desk shows it, see
/// [Milestone#isUncalled].
@Component
class CallLateWorks implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(CallLateWorks.class);

    private final Milestones milestones;
    private final FindRounds rounds;
    private final Propose proposals;
    private final Communities communities;
    private final Effects effects;
    private final Clock clock;

    CallLateWorks(
            Milestones milestones,
            FindRounds rounds,
            Propose proposals,
            Communities communities,
            Effects effects,
            Clock clock) {
        this.milestones = milestones;
        this.rounds = rounds;
        this.proposals = proposals;
        this.communities = communities;
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "call-late-works";
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(30);
    }

    /// About how many somebody was told. The letter's key bears the day, so another replica tells nobody twice.
    @Override
    public Mono<Integer> round() {
        var today = LocalDate.ofInstant(clock.instant(), SpokenTime.ZONE);
        return EachAlone.of(
                milestones.late(today, today.minusDays(Milestone.CALLED_EVERY)),
                LOG,
                it -> call(it, today)
                        .hasElement()
                        .flatMap(told -> milestones.tried(it, today, told).thenReturn(told))
                        .filter(told -> told));
    }

    /// Empty where nobody can be told.
    private Mono<Address> call(Milestones.Late late, LocalDate today) {
        return Mono.zip(
                        rounds.one(late.community(), late.round()),
                        proposals.one(late.community(), late.round(), late.it().proposal()),
                        communities.map(late.community()))
                .flatMap(it -> Mono.justOrEmpty(told(it.getT2().unit(), it.getT3()))
                        .flatMap(to -> effects.commit(List.of(new Letter(
                                        late.community(),
                                        "works-late/%s/%d/%d/%s"
                                                .formatted(
                                                        late.round(),
                                                        late.it().proposal(),
                                                        late.it().number(),
                                                        today),
                                        to,
                                        "works-late",
                                        Map.of(
                                                "round", it.getT1().title(),
                                                "project", it.getT2().title(),
                                                "unit", it.getT2().unit(),
                                                "milestone", late.it().title(),
                                                "due", late.it().dueOn().toString()))))
                                .thenReturn(to)));
    }

    private static Optional<Address> told(String unit, CommunityMap map) {
        return map.units().stream()
                .filter(it -> it.name().equals(unit))
                .findFirst()
                .map(Unit::chat)
                .or(() -> Optional.ofNullable(map.desk().chat()));
    }
}
