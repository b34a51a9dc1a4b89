package org.linli.polls.web;

import java.time.Clock;
import java.util.Optional;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.platform.audit.NoteChange;
import org.linli.platform.database.Conflict;
import org.linli.polls.FindPolls;
import org.linli.polls.RemindVoters;
import org.linli.polls.consent.AskToRearrange;
import org.linli.polls.consent.UndoRearranging;
import org.linli.polls.prizes.PrizesByRule;
import org.linli.polls.register.Ages;
import org.linli.polls.rounds.LeadRound;
import org.linli.polls.rounds.RefuseAge;
import org.linli.polls.rounds.Round;
import org.linli.polls.rounds.TreatProposal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// What staff can do on the page of a round. Each refuses what is wrong by name; nothing is passed over in silence.
@Component
class ActOnRound {

    private final Communities communities;
    private final TreatProposal proposals;
    private final ReviewByForm review;
    private final DecideByForm decide;
    private final PrizesByRule prizes;
    private final LeadRound lead;
    private final FindPolls polls;
    private final RemindVoters remind;
    private final AskToRearrange rearrange;
    private final UndoRearranging undo;
    private final Ages ages;
    private final RefuseAge refuseAge;
    private final NoteChange note;
    private final Clock clock;

    ActOnRound(
            Communities communities,
            TreatProposal proposals,
            ReviewByForm review,
            DecideByForm decide,
            PrizesByRule prizes,
            LeadRound lead,
            FindPolls polls,
            RemindVoters remind,
            AskToRearrange rearrange,
            UndoRearranging undo,
            Ages ages,
            RefuseAge refuseAge,
            NoteChange note,
            Clock clock) {
        this.communities = communities;
        this.proposals = proposals;
        this.review = review;
        this.decide = decide;
        this.prizes = prizes;
        this.lead = lead;
        this.polls = polls;
        this.remind = remind;
        this.rearrange = rearrange;
        this.undo = undo;
        this.ages = ages;
        this.refuseAge = refuseAge;
        this.note = note;
        this.clock = clock;
    }

    /// Empty where it was done; otherwise what is wrong, and nothing was done.
    Mono<Wrong> act(StaffMember member, Round round, String what, RoundAct form) {
        return form.tooLong()
                .map(Mono::just)
                .orElseGet(() -> done(member, round, what, form))
                .onErrorResume(Conflict.class, _ -> Mono.just(Wrong.CHANGED_MEANWHILE));
    }

    private Mono<Wrong> done(StaffMember member, Round round, String what, RoundAct form) {
        return switch (what) {
            case "feasible", "infeasible" -> review.act(member, round, what, form);
            case "hand-over" -> handOver(member, round, form);
            case "tell" -> tell(member, round, form);
            case "finish" -> orLate(proposals.finish(member, round, form.number()));
            case "decide" -> decide.act(member, round, form);
            case "remind" ->
                orLate(polls.one(round.community(), round.id()).flatMap(poll -> remind.remind(member, poll)));
            case "end" -> orLate(prizes.give(round).then(lead.end(member, round)));
            case "merge", "split" -> rearrange(member, round, what, form);
            case "undo" -> orLate(undo.undo(member, round, form.number()));
            case "age-seen" -> ageSeen(member, round, form);
            case "age-refused" -> refuseAge.refuse(member, round, form.who()).then(Mono.<Wrong>empty());
            default -> Mono.<Wrong>error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        };
    }

    private Mono<Wrong> handOver(StaffMember member, Round round, RoundAct form) {
        return communities
                .map(member.community())
                .flatMap(map -> map.unit(form.carriedOutBy())
                        .map(unit -> orLate(proposals.handOver(member, round, form.number(), unit.name())))
                        .orElseGet(() -> Mono.just(Wrong.in("unit", "UNIT"))));
    }

    private Mono<Wrong> tell(StaffMember member, Round round, RoundAct form) {
        return form.said().isEmpty()
                ? Mono.just(Wrong.in("words", "WORDS"))
                : orLate(proposals.tell(member, round, form.number(), form.said()));
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

    private Mono<Wrong> ageSeen(StaffMember member, Round round, RoundAct form) {
        return form.birthday()
                .map(born -> note.after(
                                ages.seen(member.community(), form.who(), born, member.id())
                                        .thenReturn(round),
                                it -> it.noted(member, "age seen", clock.instant()))
                        .then(Mono.<Wrong>empty()))
                .orElseGet(() -> Mono.just(Wrong.LATE));
    }

    static Mono<Wrong> orLate(Mono<?> done) {
        return done.map(_ -> Optional.<Wrong>empty())
                .defaultIfEmpty(Optional.of(Wrong.LATE))
                .flatMap(Mono::justOrEmpty);
    }
}
