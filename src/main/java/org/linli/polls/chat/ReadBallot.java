package org.linli.polls.chat;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.cases.CaseWords;
import org.linli.cases.SpokenTime;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.platform.database.Effect;
import org.linli.polls.BallotBox;
import org.linli.polls.CastBallot;
import org.linli.polls.CastBallot.Result;
import org.linli.polls.Drafts;
import org.linli.polls.Drafts.Draft;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.Poll;
import org.linli.polls.PollLetters;
import org.linli.polls.Tickets;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Marks;
import org.linli.polls.ballots.ReadMarks;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What one message does to a voter's ballot. One choice of a quick poll, and whatever is said in a group, counts at
/// once and is
/// repeated; everything else is repeated first and counts once the voter says yes.
@Component
class ReadBallot {

    private static final Marks NOTHING = new Marks(List.of());

    private final CastBallot cast;
    private final Drafts drafts;
    private final Tickets tickets;
    private final PollLetters letters;
    private final TellWhyNot whyNot;
    private final BallotBox box;
    private final CaseWords times;
    private final Clock clock;

    ReadBallot(
            CastBallot cast,
            Drafts drafts,
            Tickets tickets,
            PollLetters letters,
            TellWhyNot whyNot,
            BallotBox box,
            CaseWords times,
            Clock clock) {
        this.cast = cast;
        this.drafts = drafts;
        this.tickets = tickets;
        this.letters = letters;
        this.whyNot = whyNot;
        this.box = box;
        this.times = times;
        this.clock = clock;
    }

    /// Never empty.
    Mono<Answer> of(Poll poll, Voter voter, Request request) {
        return drafts.of(poll, voter)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(draft -> of(poll, voter, request, draft));
    }

    private Mono<Answer> of(Poll poll, Voter voter, Request request, Optional<Draft> draft) {
        var reply = YesOrNo.of(request.text());
        if (reply == YesOrNo.YES) {
            return draft.map(it -> counted(poll, voter, it.marks(), request))
                    .orElseGet(() -> asked(poll, voter, request));
        }
        return reply == YesOrNo.NO && draft.isPresent() ? dropped(poll, voter) : read(poll, voter, request, draft);
    }

    private Mono<Answer> read(Poll poll, Voter voter, Request request, Optional<Draft> draft) {
        return draft.map(it -> Mono.just(it.marks()))
                .orElseGet(() -> cast.current(poll, voter))
                .flatMap(before -> new ReadMarks(poll.paper())
                        .of(request.text(), before)
                        .map(marks -> needsYes(poll, request)
                                ? repeated(poll, voter, marks, request)
                                : counted(poll, voter, marks, request))
                        .orElseGet(() -> asked(poll, voter, request)));
    }

    private static boolean needsYes(Poll poll, Request request) {
        return request.speaker().group() == null
                && (poll.electorate().frozen() || poll.paper().kind() != BallotKind.ONE);
    }

    private Mono<Answer> repeated(Poll poll, Voter voter, Marks marks, Request request) {
        return cast.prepare(poll, voter, marks, request.key())
                .flatMap(result -> result instanceof Result.Taken taken
                        ? drafts.keep(poll, voter, marks)
                                .flatMap(kept -> facts(poll, voter, taken)
                                        .map(facts -> told("poll-confirm", poll, facts)
                                                .with(kept)))
                        : refused(poll, result, request));
    }

    private Mono<Answer> counted(Poll poll, Voter voter, Marks marks, Request request) {
        String template = request.speaker().group() == null ? "poll-taken" : "poll-taken-in-group";
        return cast.prepare(poll, voter, marks, request.key())
                .flatMap(result -> result instanceof Result.Taken taken
                        ? facts(poll, voter, taken)
                                .flatMap(facts -> forgotten(
                                        poll, voter, told(template, poll, facts).with(taken.effect())))
                        : refused(poll, result, request));
    }

    private Mono<Answer> dropped(Poll poll, Voter voter) {
        return cast.current(poll, voter)
                .flatMap(now ->
                        forgotten(poll, voter, told("poll-dropped", poll, Map.of("yours", letters.said(poll, now)))));
    }

    private Mono<Answer> forgotten(Poll poll, Voter voter, Answer answer) {
        return drafts.forget(poll, voter).map((Effect it) -> answer.with(it)).defaultIfEmpty(answer);
    }

    /// In private with a ballot paper of the voter's own.
    private Mono<Answer> asked(Poll poll, Voter voter, Request request) {
        if (request.speaker().group() != null) {
            return Mono.just(told("poll-ask", poll, Map.of("yours", "", "page", "")));
        }
        return cast.admits(poll, voter)
                .flatMap(admitted -> admitted ? askedInPrivate(poll, voter) : whyNot.told(poll, request.speaker()));
    }

    private Mono<Answer> askedInPrivate(Poll poll, Voter voter) {
        return cast.current(poll, voter).flatMap(now -> {
            String yours = letters.said(poll, now);
            return tickets.of(poll, voter)
                    .map(it -> told("poll-ask", poll, Map.of("yours", yours, "page", it.link()))
                            .with(it.effect()))
                    .defaultIfEmpty(told("poll-ask", poll, Map.of("yours", yours, "page", "")));
        });
    }

    private Mono<Answer> refused(Poll poll, Result result, Request request) {
        return switch (result) {
            case Result.Taken _ -> throw new IllegalArgumentException("a ballot that was taken");
            case Result.Closed _ -> Mono.just(told("poll-over", poll, Map.of()));
            case Result.NotRegistered _ -> whyNot.told(poll, request.speaker());
            case Result.Faulty(var fault, var marks) ->
                Mono.just(told(
                        "poll-fault",
                        poll,
                        Map.of(
                                "fault",
                                fault.name(),
                                "cost",
                                String.valueOf(poll.paper().cost(marks)))));
        };
    }

    /// What was said before is nobody's business who only lives with whoever said it.
    private Mono<Map<String, String>> facts(Poll poll, Voter voter, Result.Taken taken) {
        boolean shared = poll.electorate().voice() != Voice.PERSON;
        return box.votedAt(poll, voter.id())
                .map(at -> new SpokenTime(times, clock.instant()).at(at))
                .defaultIfEmpty("")
                .map(when -> {
                    var facts = new HashMap<>(facts(poll, taken));
                    facts.put("when", taken.isChange() ? when : "");
                    facts.put("before", shared ? "" : facts.getOrDefault("before", ""));
                    return facts;
                });
    }

    private Map<String, String> facts(Poll poll, Result.Taken taken) {
        var budget = poll.paper().budget();
        var receipt = taken.receipt();
        return Map.of(
                "receipt",
                receipt == null ? "" : receipt.toString(),
                "yours",
                letters.said(poll, taken.after()),
                "before",
                letters.said(poll, taken.before()),
                "changed",
                taken.isChange() ? "yes" : "no",
                "budget",
                budget == null ? "" : String.valueOf(budget),
                "cost",
                String.valueOf(poll.paper().cost(taken.after())));
    }

    private Answer told(String template, Poll poll, Map<String, String> more) {
        var facts = new HashMap<>(letters.facts(poll));
        facts.putAll(more);
        return Answer.saying(template, facts);
    }

    /// Whether these words alone can be an answer to a vote that is asked.
    boolean answers(Poll poll, String said) {
        return YesOrNo.of(said) != YesOrNo.NEITHER
                || new ReadMarks(poll.paper())
                        .of(said, NOTHING)
                        .filter(marks -> poll.paper().fault(marks).isEmpty())
                        .isPresent();
    }
}
