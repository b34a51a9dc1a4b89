package org.linli.polls.rounds;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.polls.rounds.Proposal.State;
import org.linli.polls.rounds.RoundChanged.Change;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Leads rounds from phase to phase: by their dates as long as people say what they want, then by what is done.
@Service
public class LeadRound {

    private final FindObjections objections;
    private final FindProposals proposals;
    private final EndReview reviewed;
    private final BeginRound begin;
    private final Communities communities;
    private final Effects effects;
    private final Clock clock;

    LeadRound(
            FindObjections objections,
            FindProposals proposals,
            EndReview reviewed,
            BeginRound begin,
            Communities communities,
            Effects effects,
            Clock clock) {
        this.objections = objections;
        this.proposals = proposals;
        this.reviewed = reviewed;
        this.begin = begin;
        this.communities = communities;
        this.effects = effects;
        this.clock = clock;
    }

    /// Moves it on where its time has come and nothing is in the way. Empty where it stays.
    Mono<Round> advance(Round round) {
        var now = clock.instant();
        var dates = round.schedule();
        return switch (round.phase()) {
            case ANNOUNCED -> due(dates.collectFrom(), now) ? collecting(round) : Mono.empty();
            case COLLECTING -> due(dates.collectUntil(), now) ? moved(round, Phase.REVIEW) : Mono.empty();
            case REVIEW -> due(dates.voteFrom(), now) ? reviewed.end(round) : Mono.empty();
            case PUBLICITY -> due(dates.objectUntil(), now) ? unlessObjected(round) : Mono.empty();
            case HANDING_OVER, CARRYING_OUT -> byWhatIsDone(round);
            case APPRAISAL -> due(round.appraiseUntil(), now) ? moved(round, Phase.PRIZES) : Mono.empty();
            case VOTING, PRIZES, OVER -> Mono.empty();
        };
    }

    /// Once prizes are given. Empty where it is not so far, or over already.
    public Mono<Round> end(StaffMember by, Round round) {
        return round.phase() == Phase.PRIZES
                ? moved(round, Phase.OVER, List.of(round.noted(by, "ended", clock.instant())))
                : Mono.empty();
    }

    private static boolean due(Instant date, Instant now) {
        return !now.isBefore(date);
    }

    private Mono<Round> collecting(Round round) {
        var after = round.in(Phase.COLLECTING, clock.instant());
        return communities
                .map(round.community())
                .flatMap(map -> begin.collecting(round.version(), after, map))
                .flatMap(effects::commit)
                .thenReturn(after);
    }

    private Mono<Round> moved(Round round, Phase next) {
        return moved(round, next, List.of());
    }

    private Mono<Round> moved(Round round, Phase next, List<Noted> noted) {
        var after = round.in(next, clock.instant());
        List<Effect> all = new ArrayList<>(noted);
        all.add(new RoundChanged(new Change.Moved(round.version(), after)));
        return effects.commit(all).thenReturn(after);
    }

    /// A result that counts a ballot which was taken out is counted again first.
    private Mono<Round> unlessObjected(Round round) {
        return Mono.zip(objections.of(round).any(Objection::isOpen), objections.isStale(round))
                .filter(it -> !it.getT1() && !it.getT2())
                .flatMap(_ -> moved(round, Phase.HANDING_OVER));
    }

    /// Nobody has to carry out anything where nothing was chosen.
    private Mono<Round> byWhatIsDone(Round round) {
        return proposals
                .of(round.community(), round.id())
                .map(Proposal::state)
                .filter(State::isCarriedOut)
                .collectList()
                .map(chosen -> next(chosen))
                .filter(next -> next.isAfter(round.phase()))
                .flatMap(next -> moved(round, next));
    }

    private static Phase next(List<State> chosen) {
        if (chosen.isEmpty()) {
            return Phase.OVER;
        }
        if (chosen.contains(State.WON)) {
            return Phase.HANDING_OVER;
        }
        return chosen.contains(State.HANDED_OVER) ? Phase.CARRYING_OUT : Phase.APPRAISAL;
    }
}
