package org.linli.polls.chat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.polls.PollWords;
import org.linli.polls.proposals.CheckProposal;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.Propose.Prepared;
import org.linli.polls.rounds.Round;
import org.linli.polls.rounds.RoundLetters;
import org.linli.polls.rounds.SupportProposal.Supported;
import org.linli.polls.wishes.Doors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What is said to those who propose and support. In private with a link to their own page.
@Component
class TellProposals {

    private final RoundLetters letters;
    private final CheckProposal list;
    private final PollWords words;
    private final Doors doors;

    TellProposals(RoundLetters letters, CheckProposal list, PollWords words, Doors doors) {
        this.letters = letters;
        this.list = list;
        this.words = words;
        this.doors = doors;
    }

    /// How to propose. Never empty.
    Mono<Answer> how(Request request, Optional<Round> round) {
        return withDoor(request, "proposal-how", facts(round, Map.of()));
    }

    /// What it resembles, before anything is taken. Never empty.
    Mono<Answer> alike(Request request, Prepared it, Optional<Round> round) {
        var more = Map.of("alike", lines(it.alike()), "buttons", buttons(it.alike()));
        return Mono.just(Answer.saying("proposal-alike", facts(round, more)));
    }

    /// With what writes it. Never empty.
    Mono<Answer> taken(Request request, Prepared prepared, Optional<Round> round) {
        var it = prepared.it();
        var guess = it.guess();
        var more = Map.of(
                "proposal", letters.line(it),
                "breaches", breaches(it.words()),
                "pictures", String.valueOf(it.pictures().size()),
                "where", request.place() == null ? "" : request.place().name(),
                "guess", guess == null ? "" : String.format(Locale.ROOT, "%,d", guess));
        return withDoor(request, round.isPresent() ? "proposal-taken" : "proposal-waits", facts(round, more))
                .map(answer -> prepared.effects().stream().reduce(answer, Answer::with, (one, _) -> one));
    }

    Answer supported(Supported it, Optional<Round> round) {
        var more = Map.of(
                "proposal",
                letters.line(it.it()),
                "count",
                String.valueOf(it.count()),
                "missing",
                String.valueOf(
                        round.map(r -> Math.max(0, r.supporters() - it.count())).orElse(0)),
                "again",
                it.again() ? "yes" : "no",
                "own",
                it.own() ? "yes" : "no",
                "waits",
                round.isPresent() ? "no" : "yes");
        return Answer.saying("proposal-supported", facts(round, more)).with(it.effect());
    }

    private Mono<Answer> withDoor(Request request, String template, Map<String, String> facts) {
        var speaker = request.speaker();
        return speaker.group() != null
                ? Mono.just(Answer.saying(template, plus(facts, "page", "")))
                : doors.open(speaker.community(), RoundHere.voter(speaker), speaker.address())
                        .map(door -> Answer.saying(template, plus(facts, "page", door.link()))
                                .with(door.effect()));
    }

    private String lines(List<Proposal> alike) {
        return alike.stream()
                .map(it -> words.say("rounds.alike", letters.line(it), it.supporters()))
                .collect(Collectors.joining("\n"));
    }

    private String buttons(List<Proposal> alike) {
        return alike.stream()
                .map(it -> words.say("rounds.button.support", String.valueOf(it.number())))
                .collect(Collectors.joining("\n"));
    }

    /// What the committee would not let pass, and how it could.
    private String breaches(String said) {
        return list.breaches(said, 0).stream()
                .map(it -> words.say("rounds.breach", it.source(), it.says(), it.instead()))
                .collect(Collectors.joining("\n"));
    }

    Map<String, String> facts(Optional<Round> round, Map<String, String> more) {
        var facts = new HashMap<>(round.map(letters::facts).orElseGet(Map::of));
        facts.putAll(more);
        return facts;
    }

    private static Map<String, String> plus(Map<String, String> facts, String key, String value) {
        var all = new HashMap<>(facts);
        all.put(key, value);
        return all;
    }
}
