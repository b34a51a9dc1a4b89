package org.linli.polls.chat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.dialogue.Answer;
import org.linli.dialogue.OpenQuestion;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.polls.BallotBox;
import org.linli.polls.CastBallot;
import org.linli.polls.CastBallot.Result;
import org.linli.polls.Electorate.Found;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.FindPolls;
import org.linli.polls.Poll;
import org.linli.polls.PollLetters;
import org.linli.polls.Tickets;
import org.linli.polls.ballots.Marks;
import org.linli.polls.ballots.ReadMarks;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "投3", "投 3 5 7", "第一选2，第二选4", "3号给5分", "去掉3": taken at once, repeated to the voter, and changed by saying
/// it anew until the vote closes.
@Component
class VoteByChat implements Skill {

    private static final Intent CAST = new Intent("poll.cast");

    private final OpenHere here;
    private final FindPolls find;
    private final BallotBox box;
    private final CastBallot cast;
    private final Tickets tickets;
    private final PollLetters letters;

    VoteByChat(OpenHere here, FindPolls find, BallotBox box, CastBallot cast, Tickets tickets, PollLetters letters) {
        this.here = here;
        this.find = find;
        this.box = box;
        this.cast = cast;
        this.tickets = tickets;
        this.letters = letters;
    }

    @Override
    public String id() {
        return "poll-vote";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.equals(CAST) || intent.label().equals("poll.vote");
    }

    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return CastWords.areIn(said, speaker.group() != null) ? Optional.of(CAST) : Optional.empty();
    }

    @Override
    public Mono<Answer> perform(Request request) {
        return here.open(request.speaker())
                .flatMap(open -> meant(open, request)
                        .map(poll -> vote(poll, request))
                        .orElseGet(() -> Mono.just(undecided(open, request))));
    }

    @Override
    public Mono<OpenQuestion> openQuestion(Speaker speaker) {
        return here.open(speaker)
                .flatMapIterable(open -> open)
                .filterWhen(poll -> here.voter(poll, speaker)
                        .flatMap(found ->
                                found instanceof Voter voter ? box.hasVoted(poll, voter.id()) : Mono.just(false))
                        .map(voted -> !voted))
                .next()
                .map(poll -> new OpenQuestion(id(), poll.id(), poll.opensAt(), speaker.replyTo()));
    }

    @Override
    public Mono<Answer> reply(OpenQuestion question, Request request) {
        return find.one(request.speaker().community(), question.about())
                .filter(poll -> new ReadMarks(poll.paper())
                        .of(request.text(), new Marks(List.of()))
                        .filter(marks -> poll.paper().fault(marks).isEmpty())
                        .isPresent())
                .flatMap(poll -> vote(poll, request));
    }

    /// The one that is named; otherwise the only one.
    private static Optional<Poll> meant(List<Poll> open, Request request) {
        var named = CastWords.poll(request.text());
        return named.isPresent()
                ? open.stream().filter(it -> it.number() == named.getAsInt()).findFirst()
                : open.size() == 1 ? Optional.of(open.getFirst()) : Optional.empty();
    }

    /// Neighbours who count something else among themselves hear nothing from us.
    private static Answer undecided(List<Poll> open, Request request) {
        boolean unasked = request.speaker().group() != null && request.intent().equals(CAST);
        if (open.isEmpty() || CastWords.poll(request.text()).isPresent()) {
            return Answer.saying(unasked && open.isEmpty() ? "" : "poll-none", Map.of());
        }
        String list = open.stream()
                .map(it -> "#%d %s".formatted(it.number(), it.question()))
                .collect(Collectors.joining("\n"));
        return Answer.saying("poll-which", Map.of("polls", list));
    }

    private Mono<Answer> vote(Poll poll, Request request) {
        if (poll.electorate().frozen() && request.speaker().group() != null) {
            return Mono.just(told("poll-in-private", poll, Map.of()));
        }
        return here.voter(poll, request.speaker()).flatMap(found -> switch (found) {
            case Voter voter -> vote(poll, voter, request);
            case Found.Unknown _ -> Mono.just(told("poll-unknown", poll, Map.of()));
            case Found.Elsewhere _ -> Mono.just(told("poll-elsewhere", poll, Map.of()));
        });
    }

    private Mono<Answer> vote(Poll poll, Voter voter, Request request) {
        return cast.current(poll, voter)
                .flatMap(before -> new ReadMarks(poll.paper())
                        .of(request.text(), before)
                        .map(marks ->
                                cast.prepare(poll, voter, marks, request.key()).map(it -> answer(poll, request, it)))
                        .orElseGet(() -> asked(poll, voter, before, request)));
    }

    /// In private with a ballot paper of the voter's own.
    private Mono<Answer> asked(Poll poll, Voter voter, Marks before, Request request) {
        if (request.speaker().group() != null) {
            return Mono.just(told("poll-ask", poll, Map.of("yours", "", "page", "")));
        }
        String yours = letters.said(poll, before);
        return tickets.of(poll, voter)
                .map(it -> told("poll-ask", poll, Map.of("yours", yours, "page", it.link()))
                        .with(it.effect()))
                .defaultIfEmpty(told("poll-ask", poll, Map.of("yours", yours, "page", "")));
    }

    private Answer answer(Poll poll, Request request, Result result) {
        return switch (result) {
            case Result.Taken taken -> taken(poll, request, taken);
            case Result.Closed _ -> told("poll-over", poll, Map.of());
            case Result.NotRegistered _ -> told("poll-not-registered", poll, Map.of());
            case Result.Faulty(var fault, var marks) ->
                told(
                        "poll-fault",
                        poll,
                        Map.of(
                                "fault",
                                fault.name(),
                                "cost",
                                String.valueOf(poll.paper().cost(marks))));
        };
    }

    private Answer taken(Poll poll, Request request, Result.Taken taken) {
        boolean inGroup = request.speaker().group() != null;
        var receipt = taken.receipt();
        var facts = Map.of(
                "yours",
                letters.said(poll, taken.after()),
                "receipt",
                receipt == null ? "" : receipt.toString(),
                "changed",
                taken.isChange() ? "yes" : "no",
                "cost",
                String.valueOf(poll.paper().cost(taken.after())));
        return told(inGroup ? "poll-taken-in-group" : "poll-taken", poll, facts).with(taken.effect());
    }

    private Answer told(String template, Poll poll, Map<String, String> more) {
        var facts = new HashMap<>(letters.facts(poll));
        facts.putAll(more);
        return Answer.saying(template, facts);
    }
}
