package org.linli.polls.chat;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.dialogue.Answer;
import org.linli.dialogue.OnlySaidInSecret;
import org.linli.dialogue.Request;
import org.linli.dialogue.Speaker;
import org.linli.polls.PickKept;
import org.linli.polls.Picks;
import org.linli.polls.Picks.Pick;
import org.linli.polls.Poll;
import org.linli.polls.PollLetters;
import org.linli.polls.chat.AskedVotes.Asked;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Asks which of several votes somebody means. Whoever talks to us alone answers by a place in the list, a number or a
/// part of the question; that chooses the vote of the ballot that follows, and is never a ballot itself. In a group
/// nothing is remembered: there a ballot names its vote.
@Component
class WhichVote {

    private final Picks picks;
    private final PollLetters letters;
    private final Clock clock;

    WhichVote(Picks picks, PollLetters letters, Clock clock) {
        this.picks = picks;
        this.letters = letters;
        this.clock = clock;
    }

    Answer ask(List<Poll> open, Request request) {
        var speaker = request.speaker();
        return speaker.group() == null ? askedAlone(open, speaker) : forgettingWords(open, askedAmongOthers(open));
    }

    /// Empty where nothing was asked, or what was chosen takes no ballots any more.
    Mono<Asked> asked(List<Poll> open, Speaker speaker) {
        return pick(speaker)
                .filter(it -> it.chosen().isEmpty() || chosen(open, it).isPresent())
                .map(it -> new Asked(chosen(open, it), it.at()));
    }

    /// The one that they chose. Empty where they were not asked lately, or have not said.
    Mono<Poll> chosen(List<Poll> open, Speaker speaker) {
        return pick(speaker).flatMap(it -> Mono.justOrEmpty(chosen(open, it)));
    }

    /// Whether they were asked lately, and have not chosen this one. Never empty.
    Mono<Boolean> isOpen(Poll poll, Speaker speaker) {
        return pick(speaker).map(it -> !it.chosen().equals(poll.id())).defaultIfEmpty(false);
    }

    /// The one that these words choose. Empty where nothing was asked, or they choose none.
    Mono<Poll> meant(List<Poll> open, Request request) {
        return pick(request.speaker())
                .filter(it -> it.chosen().isEmpty())
                .flatMap(it -> Mono.justOrEmpty(new Listed(it.listed(), open).meant(request.text())));
    }

    /// Its ballot is asked for now.
    PickKept choose(Poll vote, Speaker speaker) {
        return PickKept.chosen(RoundHere.voter(speaker), vote, clock.instant());
    }

    private Mono<Pick> pick(Speaker speaker) {
        return speaker.group() != null ? Mono.empty() : picks.of(speaker.community(), RoundHere.voter(speaker));
    }

    private static Optional<Poll> chosen(List<Poll> open, Pick it) {
        return open.stream().filter(poll -> poll.id().equals(it.chosen())).findFirst();
    }

    /// The earliest first, so that a small number of a vote is its place as well.
    private Answer askedAlone(List<Poll> open, Speaker speaker) {
        var listed = open.stream().sorted(Comparator.comparingInt(Poll::number)).toList();
        String lines = IntStream.range(0, listed.size())
                .mapToObj(i -> "%d. %s（#%d）"
                        .formatted(
                                i + 1, listed.get(i).question(), listed.get(i).number()))
                .collect(Collectors.joining("\n"));
        return Answer.saying(
                        "poll-which", Map.of("alone", "yes", "polls", lines, "which", example(listed), "secret", ""))
                .with(PickKept.asked(speaker.community(), RoundHere.voter(speaker), listed, clock.instant()));
    }

    /// They may have been a ballot for a secret one.
    private static Answer forgettingWords(List<Poll> open, Answer answer) {
        return open.stream()
                .filter(it -> it.electorate().frozen())
                .findFirst()
                .map(it -> answer.with(new OnlySaidInSecret(it.community())))
                .orElse(answer);
    }

    /// Nobody is shown how to vote in secret among neighbours.
    private Answer askedAmongOthers(List<Poll> open) {
        var bySecrecy = open.stream()
                .collect(Collectors.partitioningBy(it -> it.electorate().frozen()));
        var spoken = bySecrecy.getOrDefault(false, List.of());
        Function<List<Poll>, String> lines = some -> some.stream()
                .map(it -> "#%d %s".formatted(it.number(), it.question()))
                .collect(Collectors.joining("\n"));
        return Answer.saying(
                "poll-which",
                Map.of(
                        "alone",
                        "no",
                        "polls",
                        lines.apply(spoken),
                        "which",
                        spoken.isEmpty() ? "" : example(spoken),
                        "secret",
                        lines.apply(bySecrecy.getOrDefault(true, List.of()))));
    }

    private String example(List<Poll> votes) {
        var first = votes.getFirst();
        return letters.example(first) + " #" + first.number();
    }
}
