package org.linli.polls;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.ballots.Paper;
import org.linli.polls.logbook.NewLog;
import org.linli.polls.published.Declared;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/// Puts something to the vote and tells the groups that it concerns.
@Service
public class OpenPoll {

    /// Two who ask at the same moment: the second gets the next number.
    private static final Retry AGAIN = Retry.max(5)
            .filter(it -> it instanceof Conflict || it instanceof DuplicateKeyException)
            .onRetryExhaustedThrow((_, last) -> last.failure());

    /// What is asked.
    ///
    /// @param by    the staff member's id
    /// @param lasts    from now on
    /// @param declared how it will be counted and published, the first entry of its log; `null`: no log is kept
    public record Question(
            CommunityId community,
            String by,
            String words,
            Paper paper,
            Electorate electorate,
            boolean live,
            Duration lasts,
            @Nullable Declared declared) {

        /// Without a log.
        public Question(
                CommunityId community,
                String by,
                String words,
                Paper paper,
                Electorate electorate,
                boolean live,
                Duration lasts) {
            this(community, by, words, paper, electorate, live, lasts, null);
        }
    }

    private final FindPolls find;
    private final Communities communities;
    private final PollLetters letters;
    private final Effects effects;
    private final Clock clock;

    OpenPoll(FindPolls find, Communities communities, PollLetters letters, Effects effects, Clock clock) {
        this.find = find;
        this.communities = communities;
        this.letters = letters;
        this.effects = effects;
        this.clock = clock;
    }

    /// As somebody of the staff asks. Never empty.
    ///
    /// @param id       names it for ever: asked again under the same, the first is given back
    /// @param register who may vote, where the electorate is frozen; otherwise empty
    public Mono<Poll> open(UUID id, Question question, List<Voter> register) {
        return open(id, question, register, poll -> List.of(asked(poll)));
    }

    /// A line of the trail, where staff has asked.
    public static Noted asked(Poll poll) {
        return poll.noted(poll.askedBy(), "put to the vote", poll.opensAt());
    }

    /// @param more what is committed together with its opening
    public Mono<Poll> open(UUID id, Question question, List<Voter> register, Function<Poll, List<Effect>> more) {
        return Mono.defer(() -> find.one(question.community(), id.toString())
                        .switchIfEmpty(Mono.defer(() -> first(id, question, register, more))))
                .retryWhen(AGAIN);
    }

    private Mono<Poll> first(UUID id, Question question, List<Voter> register, Function<Poll, List<Effect>> more) {
        return Mono.zip(communities.map(question.community()), find.nextNumber(question.community()))
                .flatMap(found -> log(question).flatMap(log -> {
                    var poll = poll(id, found.getT2(), question);
                    return written(poll, found.getT1(), new PollOpened(poll, register, log), more.apply(poll));
                }));
    }

    /// A system may wait for random bits, so not on the caller's thread.
    private static Mono<Optional<NewLog>> log(Question question) {
        return Mono.fromCallable(() -> Optional.ofNullable(question.declared()).map(NewLog::of))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<Poll> written(Poll poll, CommunityMap map, PollOpened opened, List<Effect> more) {
        List<Effect> all = new ArrayList<>(letters.opened(poll, map));
        all.add(opened);
        all.addAll(more);
        return effects.commit(all).thenReturn(poll);
    }

    private Poll poll(UUID id, int number, Question asked) {
        var now = clock.instant();
        return new Poll(
                asked.community(),
                id.toString(),
                number,
                asked.words(),
                asked.paper(),
                asked.electorate(),
                asked.live(),
                asked.by(),
                now,
                now.plus(asked.lasts()),
                true);
    }
}
