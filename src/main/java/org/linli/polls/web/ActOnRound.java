package org.linli.polls.web;

import java.util.List;
import java.util.Optional;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.platform.database.Conflict;
import org.linli.polls.FindPolls;
import org.linli.polls.RemindVoters;
import org.linli.polls.consent.AskToRearrange;
import org.linli.polls.consent.UndoRearranging;
import org.linli.polls.prizes.GivePrizes;
import org.linli.polls.register.Ages;
import org.linli.polls.rounds.DecideObjection;
import org.linli.polls.rounds.DecideObjection.Decision;
import org.linli.polls.rounds.FindObjections;
import org.linli.polls.rounds.LeadRound;
import org.linli.polls.rounds.RefuseAge;
import org.linli.polls.rounds.Round;
import org.linli.polls.rounds.TreatProposal;
import org.linli.polls.rounds.Verdict;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// What staff can do on the page of a round. Each refuses what is wrong by name; nothing is passed over in silence.
@Component
class ActOnRound {

    private final Communities communities;
    private final TreatProposal proposals;
    private final FindObjections objections;
    private final DecideObjection decide;
    private final GivePrizes prizes;
    private final LeadRound lead;
    private final FindPolls polls;
    private final RemindVoters remind;
    private final AskToRearrange rearrange;
    private final UndoRearranging undo;
    private final Ages ages;
    private final RefuseAge refuseAge;

    ActOnRound(
            Communities communities,
            TreatProposal proposals,
            FindObjections objections,
            DecideObjection decide,
            GivePrizes prizes,
            LeadRound lead,
            FindPolls polls,
            RemindVoters remind,
            AskToRearrange rearrange,
            UndoRearranging undo,
            Ages ages,
            RefuseAge refuseAge) {
        this.communities = communities;
        this.proposals = proposals;
        this.objections = objections;
        this.decide = decide;
        this.prizes = prizes;
        this.lead = lead;
        this.polls = polls;
        this.remind = remind;
        this.rearrange = rearrange;
        this.undo = undo;
        this.ages = ages;
        this.refuseAge = refuseAge;
    }

    /// Empty where it was done; otherwise what is wrong, and nothing was done.
    Mono<Wrong> act(StaffMember member, Round round, String what, RoundAct form) {
        var done = switch (what) {
            case "feasible" -> feasible(round, form);
            case "infeasible" -> infeasible(round, form);
            case "hand-over" -> handOver(member, round, form);
            case "tell" -> tell(member, round, form);
            case "finish" -> orLate(proposals.finish(round, form.number()));
            case "decide" -> decide(member, round, form);
            case "remind" -> orLate(polls.one(round.community(), round.id()).flatMap(remind::remind));
            case "end" -> orLate(prizes.byRule(round).then(lead.end(round)));
            case "merge", "split" -> rearrange(member, round, what, form);
            case "undo" -> orLate(undo.undo(round, form.number()));
            case "age-seen" -> ageSeen(member, form);
            case "age-refused" -> refuseAge.refuse(round, form.who()).then(Mono.<Wrong>empty());
            default -> Mono.<Wrong>error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        };
        return done.onErrorResume(Conflict.class, _ -> Mono.just(Wrong.CHANGED_MEANWHILE));
    }

    private Mono<Wrong> feasible(Round round, RoundAct form) {
        return form.price() < 1
                ? Mono.just(Wrong.in("cost", "COST"))
                : orLate(proposals.review(round, form.number(), true, form.called(), form.price(), form.said()));
    }

    private Mono<Wrong> infeasible(Round round, RoundAct form) {
        return form.said().isEmpty()
                ? Mono.just(Wrong.in("words", "REASON"))
                : orLate(proposals.review(round, form.number(), false, form.called(), 0, form.said()));
    }

    private Mono<Wrong> handOver(StaffMember member, Round round, RoundAct form) {
        return communities
                .map(member.community())
                .flatMap(map -> map.unit(form.carriedOutBy())
                        .map(unit -> orLate(proposals.handOver(round, form.number(), unit.name())))
                        .orElseGet(() -> Mono.just(Wrong.in("unit", "UNIT"))));
    }

    private Mono<Wrong> tell(StaffMember member, Round round, RoundAct form) {
        return form.said().isEmpty()
                ? Mono.just(Wrong.in("words", "WORDS"))
                : orLate(proposals.tell(round, form.number(), form.said(), member.name()));
    }

    private Mono<Wrong> decide(StaffMember member, Round round, RoundAct form) {
        var wrong = undecided(form);
        return wrong.map(Mono::just)
                .orElseGet(() -> objections
                        .open(round, form.number())
                        .flatMap(it -> decide.decide(
                                        member,
                                        round,
                                        it,
                                        new Decision(form.decided().orElseThrow(), form.taken(), form.said()))
                                .thenReturn(List.<Wrong>of()))
                        .defaultIfEmpty(List.of(Wrong.LATE))
                        .flatMap(all -> Mono.justOrEmpty(all.stream().findFirst())));
    }

    private static Optional<Wrong> undecided(RoundAct form) {
        if (form.decided().isEmpty()) {
            return Optional.of(Wrong.in("verdict", "VERDICT"));
        }
        if (form.decided().get() == Verdict.CHANGED && form.taken() == 0) {
            return Optional.of(Wrong.in("item", "ITEM"));
        }
        return form.said().isEmpty() ? Optional.of(Wrong.in("words", "ANSWER")) : Optional.empty();
    }

    private Mono<Wrong> rearrange(StaffMember member, Round round, String what, RoundAct form) {
        boolean merge = what.equals("merge");
        if (merge != (form.becomes().size() == 1)) {
            return Mono.just(Wrong.in("titles", merge ? "TITLE_OF_MERGE" : "TITLES_OF_SPLIT"));
        }
        return rearrange
                .ask(member, round, form.made(), form.becomes(), form.said())
                .map(fault -> switch (fault) {
                    case PHASE -> Wrong.LATE;
                    case SOURCES -> Wrong.in("sources", merge ? "SOURCES_OF_MERGE" : "SOURCE_OF_SPLIT");
                    case NOT_THERE, ASKED_BEFORE -> Wrong.in("sources", fault.name());
                    case TITLES -> Wrong.in("titles", "TITLES");
                    case REASON -> Wrong.in("words", "REASON");
                });
    }

    private Mono<Wrong> ageSeen(StaffMember member, RoundAct form) {
        return form.birthday()
                .map(born -> ages.seen(member.community(), form.who(), born, member.id())
                        .then(Mono.<Wrong>empty()))
                .orElseGet(() -> Mono.just(Wrong.LATE));
    }

    private static Mono<Wrong> orLate(Mono<?> done) {
        return done.map(_ -> Optional.<Wrong>empty())
                .defaultIfEmpty(Optional.of(Wrong.LATE))
                .flatMap(Mono::justOrEmpty);
    }
}
