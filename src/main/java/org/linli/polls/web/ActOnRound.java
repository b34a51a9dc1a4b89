package org.linli.polls.web;

import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.polls.FindPolls;
import org.linli.polls.RemindVoters;
import org.linli.polls.rounds.DecideObjection;
import org.linli.polls.rounds.FindObjections;
import org.linli.polls.rounds.LeadRound;
import org.linli.polls.rounds.Round;
import org.linli.polls.rounds.TreatProposal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// What staff can do on the page of a round.
@Component
class ActOnRound {

    private final Communities communities;
    private final TreatProposal proposals;
    private final FindObjections objections;
    private final DecideObjection decide;
    private final LeadRound lead;
    private final FindPolls polls;
    private final RemindVoters remind;

    ActOnRound(
            Communities communities,
            TreatProposal proposals,
            FindObjections objections,
            DecideObjection decide,
            LeadRound lead,
            FindPolls polls,
            RemindVoters remind) {
        this.communities = communities;
        this.proposals = proposals;
        this.objections = objections;
        this.decide = decide;
        this.lead = lead;
        this.polls = polls;
        this.remind = remind;
    }

    /// Does nothing where something is missing or it is not the time. Signals
    /// [org.linli.platform.database.Conflict] where somebody else was first.
    Mono<Void> act(StaffMember member, Round round, String what, RoundAct form) {
        Mono<?> done = switch (what) {
            case "feasible" -> feasible(round, form);
            case "infeasible" -> infeasible(round, form);
            case "hand-over" -> handOver(member, round, form);
            case "tell" -> tell(member, round, form);
            case "finish" -> proposals.finish(round, form.number());
            case "decide" -> decide(member, round, form);
            case "remind" -> polls.one(round.community(), round.id()).flatMap(remind::remind);
            case "end" -> lead.end(round);
            default -> Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        };
        return done.then();
    }

    private Mono<?> feasible(Round round, RoundAct form) {
        return form.price() < 1
                ? Mono.empty()
                : proposals.review(round, form.number(), true, form.called(), form.price(), form.said());
    }

    private Mono<?> infeasible(Round round, RoundAct form) {
        return form.said().isEmpty()
                ? Mono.empty()
                : proposals.review(round, form.number(), false, form.called(), 0, form.said());
    }

    private Mono<?> handOver(StaffMember member, Round round, RoundAct form) {
        return communities
                .map(member.community())
                .flatMap(map -> Mono.justOrEmpty(map.unit(form.carriedOutBy())))
                .flatMap(unit -> proposals.handOver(round, form.number(), unit.name()));
    }

    private Mono<?> tell(StaffMember member, Round round, RoundAct form) {
        return form.said().isEmpty() ? Mono.empty() : proposals.tell(round, form.number(), form.said(), member.name());
    }

    private Mono<?> decide(StaffMember member, Round round, RoundAct form) {
        return Mono.justOrEmpty(form.decision())
                .flatMap(decision -> objections
                        .open(round, form.number())
                        .flatMap(it -> decide.decide(member, round, it, decision)));
    }
}
