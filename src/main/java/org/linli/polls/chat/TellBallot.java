package org.linli.polls.chat;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.linli.cases.CaseWords;
import org.linli.cases.SpokenTime;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.polls.BallotBox;
import org.linli.polls.CastBallot;
import org.linli.polls.CastBallot.Result;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.Poll;
import org.linli.polls.PollLetters;
import org.linli.polls.Tickets;
import org.linli.polls.ballots.Marks;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What is said to a voter about their ballot.
@Component
class TellBallot {

    private final CastBallot cast;
    private final Tickets tickets;
    private final PollLetters letters;
    private final TellWhyNot whyNot;
    private final BallotBox box;
    private final CaseWords times;
    private final Clock clock;

    TellBallot(
            CastBallot cast,
            Tickets tickets,
            PollLetters letters,
            TellWhyNot whyNot,
            BallotBox box,
            CaseWords times,
            Clock clock) {
        this.cast = cast;
        this.tickets = tickets;
        this.letters = letters;
        this.whyNot = whyNot;
        this.box = box;
        this.times = times;
        this.clock = clock;
    }

    /// The ballot as it was read. Never empty.
    Mono<Answer> read(String template, Poll poll, Voter voter, Result.Taken taken) {
        return facts(poll, voter, taken).map(facts -> told(template, poll, facts));
    }

    /// What was repeated is forgotten; this is the ballot that counts.
    Answer dropped(Poll poll, Marks now) {
        return told("poll-dropped", poll, Map.of("yours", letters.said(poll, now)));
    }

    /// In private with a ballot paper of the voter's own.
    Mono<Answer> asked(Poll poll, Voter voter, Request request) {
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

    /// Why it is not in the box. Never empty.
    Mono<Answer> refused(Poll poll, Result result, Request request) {
        return switch (result) {
            case Result.Taken _ -> throw new IllegalArgumentException("a ballot that was taken");
            case Result.Closed _ -> Mono.just(told("poll-over", poll, Map.of()));
            case Result.Voided _ -> Mono.just(told("poll-send-voided", poll, Map.of()));
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
}
