package org.linli.polls.chat;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Speaker;
import org.linli.platform.database.Effect;
import org.linli.polls.CastBallot;
import org.linli.polls.Drafts;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Poll;
import org.linli.polls.PollLetters;
import org.linli.polls.Tickets;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Asks which of several open votes is meant; in private with the voter's own paper of each. "#2" or "2" answers it.
@Component
class AskWhich {

    private static final Pattern NUMBER =
            Pattern.compile("^\\s*第?\\s*#?\\s*(\\d{1,6})\\s*(?:号|个)?(?:投票)?\\s*[。.!]*\\s*$");

    /// One of them, with what has to be committed before its link opens anything.
    private record Line(Poll poll, String page, List<Effect> effects) {}

    private final OpenHere here;
    private final CastBallot cast;
    private final Tickets tickets;
    private final Drafts drafts;
    private final PollLetters letters;
    private final Clock clock;

    AskWhich(OpenHere here, CastBallot cast, Tickets tickets, Drafts drafts, PollLetters letters, Clock clock) {
        this.here = here;
        this.cast = cast;
        this.tickets = tickets;
        this.drafts = drafts;
        this.letters = letters;
        this.clock = clock;
    }

    /// Never empty.
    Mono<Answer> of(List<Poll> open, Speaker speaker) {
        var now = clock.instant();
        return Flux.fromIterable(open)
                .concatMap(poll ->
                        speaker.group() == null ? line(poll, speaker, now) : Mono.just(new Line(poll, "", List.of())))
                .collectList()
                .map(lines -> told(lines, speaker.group() == null));
    }

    /// The vote whose number is said and nothing besides.
    static Optional<Poll> named(List<Poll> open, String said) {
        var number = NUMBER.matcher(Normalizer.normalize(said, Normalizer.Form.NFKC));
        return number.matches()
                ? open.stream()
                        .filter(it -> it.number() == Integer.parseInt(number.group(1)))
                        .findFirst()
                : Optional.empty();
    }

    private Mono<Line> line(Poll poll, Speaker speaker, Instant now) {
        return here.voter(poll, speaker)
                .ofType(Voter.class)
                .filterWhen(voter -> cast.admits(poll, voter))
                .flatMap(voter -> Mono.zip(tickets.of(poll, voter), drafts.show(poll, voter, now)))
                .map(it -> new Line(poll, it.getT1().link(), List.of(it.getT1().effect(), it.getT2())))
                .defaultIfEmpty(new Line(poll, "", List.of()));
    }

    private Answer told(List<Line> lines, boolean alone) {
        var first = lines.getFirst().poll();
        var facts = Map.of(
                "polls", lines.stream().map(this::written).collect(Collectors.joining("\n")),
                "buttons",
                        lines.stream().map(it -> letters.showButton(it.poll())).collect(Collectors.joining("\n")),
                "alone", alone ? "yes" : "no",
                "number", String.valueOf(first.number()),
                "example", letters.facts(first).getOrDefault("example", ""));
        return new Answer(
                "poll-which",
                facts,
                lines.stream().flatMap(it -> it.effects().stream()).toList());
    }

    private String written(Line line) {
        return Stream.of("#%d %s".formatted(line.poll().number(), line.poll().question()), line.page())
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
