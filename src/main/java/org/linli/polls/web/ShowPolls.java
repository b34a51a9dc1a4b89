package org.linli.polls.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.cases.CaseWords;
import org.linli.cases.SpokenTime;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.platform.jobs.Coalesced;
import org.linli.polls.BallotBox;
import org.linli.polls.BallotBox.Turnout;
import org.linli.polls.Electorate;
import org.linli.polls.Poll;
import org.linli.polls.PollLetters;
import org.linli.polls.Tally;
import org.linli.polls.ballots.Marks;
import org.linli.polls.owners.ReadMeter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Puts polls on a page.
@Component
class ShowPolls {

    private static final int MOST_AT_ONCE = 1_000;
    private static final int READS_ABREAST = 2;

    private record Standing(Map<Marks, Integer> ballots, Turnout turnout) {}

    private final Coalesced<Poll, Standing> standing = new Coalesced<>(MOST_AT_ONCE, READS_ABREAST, this::together);
    private final BallotBox box;
    private final ReadMeter meters;
    private final Communities communities;
    private final PollLetters letters;
    private final CaseWords words;
    private final Clock clock;

    ShowPolls(
            BallotBox box,
            ReadMeter meters,
            Communities communities,
            PollLetters letters,
            CaseWords words,
            Clock clock) {
        this.box = box;
        this.meters = meters;
        this.communities = communities;
        this.letters = letters;
        this.words = words;
        this.clock = clock;
    }

    Mono<PollView> view(Poll poll) {
        return Mono.zip(communities.map(poll.community()), standing.call(poll), meter(poll))
                .map(found -> PollView.of(
                        poll,
                        Tally.of(poll.paper(), found.getT2().ballots()),
                        found.getT2().turnout(),
                        where(poll.electorate(), found.getT1()),
                        new SpokenTime(words, clock.instant()),
                        letters.example(poll),
                        found.getT3().orElse(null)));
    }

    /// However many look at a vote at the same moment, its ballots are added up once.
    private Mono<List<Standing>> together(List<Poll> looked) {
        return Flux.fromStream(looked.stream().distinct())
                .concatMap(poll -> Mono.zip(box.ballots(poll), box.turnout(poll), Standing::new)
                        .map(it -> Map.entry(poll, it)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(all -> looked.stream().map(all::get).toList());
    }

    private Mono<Optional<MeterView>> meter(Poll poll) {
        return poll.isDecidedByOwners()
                ? meters.of(poll)
                        .map(it -> Optional.of(MeterView.of(it, !poll.isOpen())))
                        .defaultIfEmpty(Optional.empty())
                : Mono.just(Optional.empty());
    }

    private static String where(Electorate electorate, CommunityMap map) {
        return map.group(electorate.group())
                .map(it -> it.name())
                .or(() -> map.place(electorate.place()).map(map::display))
                .orElse("");
    }
}
