package org.linli.polls.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.linli.dialogue.Speaker;
import org.linli.polls.BallotBox;
import org.linli.polls.Drafts;
import org.linli.polls.Drafts.Draft;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Poll;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What somebody was asked last about votes, where they talk.
@Component
class AskedVotes {

    /// @param vote empty where it was asked which of several is meant
    record Asked(Optional<Poll> vote, Instant at) {}

    private final OpenHere here;
    private final WhichVote which;
    private final BallotBox box;
    private final Drafts drafts;

    AskedVotes(OpenHere here, WhichVote which, BallotBox box, Drafts drafts) {
        this.here = here;
        this.which = which;
        this.box = box;
        this.drafts = drafts;
    }

    /// Empty where nothing is asked of them.
    Mono<Asked> last(Speaker speaker) {
        return here.open(speaker)
                .flatMap(open -> Flux.fromIterable(open)
                        .concatMap(poll -> asked(poll, speaker))
                        .concatWith(which.asked(open, speaker))
                        .reduce(AskedVotes::later));
    }

    /// Of these the one whose ballot was repeated to this person last, and waits for a yes. Empty in a group: what was
    /// said to us alone is not gone on with there.
    Mono<Poll> repeated(List<Poll> open, Speaker speaker) {
        return Flux.fromIterable(open)
                .concatMap(poll -> draft(poll, speaker).map(it -> new Asked(Optional.of(poll), it.at())))
                .reduce(AskedVotes::later)
                .mapNotNull(it -> it.vote().orElse(null));
    }

    private static Asked later(Asked one, Asked other) {
        return other.at().isAfter(one.at()) ? other : one;
    }

    private Mono<Asked> asked(Poll poll, Speaker speaker) {
        return draft(poll, speaker)
                .map(Draft::at)
                .switchIfEmpty(Mono.defer(() -> unanswered(poll, speaker)))
                .map(at -> new Asked(Optional.of(poll), at));
    }

    private Mono<Draft> draft(Poll poll, Speaker speaker) {
        return speaker.group() != null
                ? Mono.empty()
                : here.voter(poll, speaker).ofType(Voter.class).flatMap(voter -> drafts.of(poll, voter));
    }

    private Mono<Instant> unanswered(Poll poll, Speaker speaker) {
        return here.voter(poll, speaker)
                .ofType(Voter.class)
                .filterWhen(voter -> box.hasVoted(poll, voter.id()).map(voted -> !voted))
                .map(_ -> announced(poll, speaker));
    }

    /// What was announced in a group was not asked of anybody in their own talk: whatever was asked there comes first,
    /// or "2" would be a ballot where it was meant for a case.
    private static Instant announced(Poll poll, Speaker speaker) {
        return speaker.group() != null || poll.electorate().isAudience() ? poll.opensAt() : Instant.EPOCH;
    }
}
