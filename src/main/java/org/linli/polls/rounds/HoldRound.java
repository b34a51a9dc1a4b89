package org.linli.polls.rounds;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.linli.community.StaffMember;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.polls.Electorate;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.OpenPoll;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Paper;
import org.linli.polls.rounds.Proposal.State;
import org.linli.polls.rounds.RoundChanged.Change;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Opens rounds and leads them from phase to phase, by their dates.
@Service
public class HoldRound {

    private static final Retry AGAIN = Retry.max(5)
            .filter(it -> it instanceof Conflict || it instanceof DuplicateKeyException)
            .onRetryExhaustedThrow((_, last) -> last.failure());

    /// What staff declares.
    public record Declared(
            UUID id, String title, String place, Rules rules, Voice voice, int supporters, Schedule schedule) {}

    private final FindRounds rounds;
    private final FindProposals proposals;
    private final Communities communities;
    private final Residents residents;
    private final OpenPoll polls;
    private final RoundLetters letters;
    private final Effects effects;
    private final Clock clock;

    HoldRound(
            FindRounds rounds,
            FindProposals proposals,
            Communities communities,
            Residents residents,
            OpenPoll polls,
            RoundLetters letters,
            Effects effects,
            Clock clock) {
        this.rounds = rounds;
        this.proposals = proposals;
        this.communities = communities;
        this.residents = residents;
        this.polls = polls;
        this.letters = letters;
        this.effects = effects;
        this.clock = clock;
    }

    /// Opens it and takes in what has waited. Never empty: opened again under the same id, the first is given back.
    /// Signals `IllegalArgumentException` where rules or dates are wrong.
    public Mono<Round> open(StaffMember by, Declared it) {
        if (it.rules().fault().isPresent() || it.schedule().fault().isPresent()) {
            return Mono.error(() -> new IllegalArgumentException("a round with wrong rules or dates"));
        }
        return Mono.defer(() ->
                        rounds.one(by.community(), it.id().toString()).switchIfEmpty(Mono.defer(() -> first(by, it))))
                .retryWhen(AGAIN);
    }

    private Mono<Round> first(StaffMember by, Declared it) {
        return Mono.zip(communities.map(by.community()), rounds.nextNumber(by.community()))
                .flatMap(found -> {
                    var round = round(by, it, found.getT2());
                    List<Effect> all = new ArrayList<>(letters.opened(round, found.getT1()));
                    all.add(new RoundChanged(new Change.Moved(0, round)));
                    all.add(new RoundChanged(new Change.WaitingTaken(round)));
                    return effects.commit(all).thenReturn(round);
                });
    }

    private static Round round(StaffMember by, Declared it, int number) {
        return new Round(
                by.community(),
                it.id().toString(),
                number,
                it.title(),
                it.place(),
                it.rules(),
                it.voice(),
                it.supporters(),
                by.id(),
                it.schedule(),
                Phase.COLLECTING,
                1);
    }

    /// Moves it on where its date has come and nothing is in the way. Empty where it stays.
    Mono<Round> advance(Round round) {
        var now = clock.instant();
        var dates = round.schedule();
        return switch (round.phase()) {
            case COLLECTING -> now.isBefore(dates.collectUntil()) ? Mono.empty() : moved(round, Phase.REVIEW);
            case REVIEW ->
                now.isBefore(dates.voteFrom()) || !now.isBefore(dates.voteUntil()) ? Mono.empty() : vote(round);
            case PUBLICITY -> now.isBefore(dates.objectUntil()) ? Mono.empty() : unlessObjected(round);
            case VOTING, CARRYING_OUT, OVER -> Mono.empty();
        };
    }

    private Mono<Round> moved(Round round, Phase next) {
        var after = round.in(next);
        return effects.commit(List.of(new RoundChanged(new Change.Moved(round.version(), after))))
                .thenReturn(after);
    }

    private Mono<Round> unlessObjected(Round round) {
        return rounds.objections(round)
                .any(it -> it.answeredAt() == null)
                .flatMap(objected -> objected ? Mono.empty() : moved(round, Phase.CARRYING_OUT));
    }

    /// Once all that have their supporters are reviewed and there is something to choose from.
    private Mono<Round> vote(Round round) {
        return proposals.of(round.community(), round.id()).collectList().flatMap(all -> {
            boolean waits =
                    all.stream().anyMatch(it -> it.state() == State.PROPOSED && it.supporters() >= round.supporters());
            var choices = all.stream()
                    .filter(it -> it.state() == State.FEASIBLE)
                    .map(HoldRound::choice)
                    .toList();
            return waits || choices.size() < 2
                    ? Mono.<Round>empty()
                    : register(round)
                            .flatMap(
                                    voters -> polls.open(UUID.fromString(round.id()), question(round, choices), voters))
                            .then(moved(round, Phase.VOTING));
        });
    }

    private static Choice choice(Proposal it) {
        var cost = it.cost();
        return new Choice(it.number(), it.title(), cost == null ? 0 : cost);
    }

    private OpenPoll.Question question(Round round, List<Choice> choices) {
        var rules = round.rules();
        var paper = new Paper(rules.kind(), choices, rules.most(), rules.knapsack() ? rules.budget() : null);
        return new OpenPoll.Question(
                round.community(),
                round.askedBy(),
                round.title(),
                paper,
                new Electorate(round.voice(), round.place(), "", true),
                false,
                Duration.between(clock.instant(), round.schedule().voteUntil()),
                new CountBallots(rules, paper).declared(round));
    }

    /// Who is verified and lives there now; who comes later votes in the next round.
    private Mono<List<Voter>> register(Round round) {
        return communities
                .map(round.community())
                .flatMap(map -> Flux.fromStream(map.place(round.place()).stream())
                        .flatMap(place -> residents.ofPlace(round.community(), place))
                        .filter(Resident::verified)
                        .flatMap(it -> Mono.justOrEmpty(voter(round, it, map)))
                        .distinct(Voter::id)
                        .collectList());
    }

    private static Optional<Voter> voter(Round round, Resident it, CommunityMap map) {
        String home = it.home() == null ? "" : it.home();
        if (round.voice() == Voice.PERSON) {
            return Optional.of(new Voter("resident:" + it.id(), home, ""));
        }
        return map.place(home)
                .filter(place -> place.kind() == Place.Kind.ROOM)
                .map(place -> new Voter("home:" + place.id(), place.id(), ""));
    }
}
