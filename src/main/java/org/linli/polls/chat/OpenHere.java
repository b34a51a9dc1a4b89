package org.linli.polls.chat;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.dialogue.Speaker;
import org.linli.polls.CastBallot;
import org.linli.polls.Electorate;
import org.linli.polls.Electorate.Caller;
import org.linli.polls.Electorate.Found;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.FindPolls;
import org.linli.polls.Poll;
import org.linli.polls.owners.FindVoice;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Which votes concern whoever talks, where they talk.
@Component
class OpenHere {

    private final FindPolls find;
    private final Communities communities;
    private final FindVoice voices;
    private final CastBallot cast;
    private final Clock clock;

    OpenHere(FindPolls find, Communities communities, FindVoice voices, CastBallot cast, Clock clock) {
        this.find = find;
        this.communities = communities;
        this.voices = voices;
        this.cast = cast;
        this.clock = clock;
    }

    /// The latest first. Never empty; the list may be.
    Mono<List<Poll>> open(Speaker speaker) {
        return communities
                .map(speaker.community())
                .flatMap(map -> find.open(speaker.community(), clock.instant())
                        .filter(it -> concerns(it, speaker, map))
                        .filterWhen(it -> isAsked(it, speaker))
                        .collectList());
    }

    /// The latest one, open or not. Empty where there was none.
    Mono<Poll> latest(Speaker speaker) {
        return communities
                .map(speaker.community())
                .flatMap(map -> find.latest(speaker.community())
                        .filter(it -> concerns(it, speaker, map))
                        .filterWhen(it -> isAsked(it, speaker))
                        .next());
    }

    /// Of a vote that some are asked in private nobody else hears.
    private Mono<Boolean> isAsked(Poll poll, Speaker speaker) {
        return !poll.electorate().isAudience()
                ? Mono.just(true)
                : voter(poll, speaker)
                        .ofType(Found.Voter.class)
                        .flatMap(it -> cast.admits(poll, it))
                        .defaultIfEmpty(false);
    }

    /// Whose voice it is.
    Mono<Found> voter(Poll poll, Speaker speaker) {
        return communities
                .map(speaker.community())
                .map(map -> poll.electorate().voter(caller(speaker), map))
                .flatMap(found ->
                        poll.electorate().voice() == Voice.OWNER ? owner(poll, speaker, found) : Mono.just(found));
    }

    private Mono<Found> owner(Poll poll, Speaker speaker, Found found) {
        var resident = speaker.resident();
        return resident == null
                ? Mono.just(found)
                : voices.of(poll, resident.id()).cast(Found.class).defaultIfEmpty(new Found.Unregistered());
    }

    private static boolean concerns(Poll poll, Speaker speaker, CommunityMap map) {
        var group = speaker.group();
        return group == null
                ? !(poll.electorate().voter(caller(speaker), map) instanceof Found.Elsewhere)
                : isAskedIn(group, poll.electorate(), map);
    }

    private static boolean isAskedIn(Group group, Electorate electorate, CommunityMap map) {
        return electorate.group().isEmpty()
                ? map.place(group.place())
                        .filter(place -> map.isWithin(place, electorate.place()))
                        .isPresent()
                : electorate.group().equals(group.code());
    }

    private static Caller caller(Speaker speaker) {
        @Nullable Group group = speaker.group();
        return new Caller(speaker.address(), speaker.resident(), group == null ? "" : group.code());
    }
}
