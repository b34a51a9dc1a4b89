package org.linli.polls.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.linli.dialogue.Speaker;
import org.linli.polls.BallotBox;
import org.linli.polls.Drafts;
import org.linli.polls.Drafts.Draft;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Poll;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Which open vote somebody was asked about last: the one whose paper they were shown last, otherwise the one that
/// opened last and that they have not voted in.
@Component
class AskedLast {

    /// So long a paper is an open question to somebody who has voted before.
    private static final Duration FRESH = Duration.ofMinutes(30);

    /// @param shown whether it was shown to this person, and not only announced
    record Asked(Poll poll, Instant at, boolean shown) {

        /// Shown in the same moment: it was asked which of both is meant.
        private boolean isWith(Asked last) {
            return poll.equals(last.poll) || shown && last.shown && at.equals(last.at);
        }
    }

    private final OpenHere here;
    private final BallotBox box;
    private final Drafts drafts;
    private final Clock clock;

    AskedLast(OpenHere here, BallotBox box, Drafts drafts, Clock clock) {
        this.here = here;
        this.box = box;
        this.drafts = drafts;
        this.clock = clock;
    }

    /// Several where they were asked which of them is meant. Empty where nothing is asked of them.
    Mono<List<Asked>> of(Speaker speaker) {
        return here.open(speaker)
                .flatMapIterable(open -> open)
                .concatMap(poll -> asked(poll, speaker))
                .collectList()
                .filter(all -> !all.isEmpty())
                .map(AskedLast::last);
    }

    private static List<Asked> last(List<Asked> all) {
        var last = all.stream().max(Comparator.comparing(Asked::at)).orElseThrow();
        return all.stream().filter(it -> it.isWith(last)).toList();
    }

    private Mono<Asked> asked(Poll poll, Speaker speaker) {
        return here.voter(poll, speaker)
                .ofType(Voter.class)
                .flatMap(voter -> Mono.zip(
                        drafts.shown(poll, voter).map(Optional::of).defaultIfEmpty(Optional.empty()),
                        box.hasVoted(poll, voter.id())))
                .flatMap(it -> Mono.justOrEmpty(asked(poll, it.getT1(), it.getT2())));
    }

    private Optional<Asked> asked(Poll poll, Optional<Draft> shown, boolean voted) {
        return shown.filter(it -> it.waits() || !voted || isFresh(it.at()))
                .map(it -> new Asked(poll, it.at(), true))
                .or(() -> voted ? Optional.empty() : Optional.of(new Asked(poll, poll.opensAt(), false)));
    }

    private boolean isFresh(Instant at) {
        return at.plus(FRESH).isAfter(clock.instant());
    }
}
