package org.linli.dialogue.kept;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.community.StaffMember;
import org.linli.dialogue.Line;
import org.linli.dialogue.WaitingTalk;
import org.linli.dialogue.phrases.Words;
import org.linli.outbox.Letter;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.platform.words.Masked;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Talks that a person has taken over: what waits, answering in person, handing back.
@Service
@NamedInterface("talks")
public class Talks {

    private static final Retry AGAIN = Retry.backoff(5, Duration.ofMillis(20)).filter(Conflict.class::isInstance);

    private final Conversations conversations;
    private final Effects effects;
    private final Clock clock;

    Talks(Conversations conversations, Effects effects, Clock clock) {
        this.conversations = conversations;
        this.effects = effects;
        this.clock = clock;
    }

    /// Those of a community, the longest waiting first. Empty when nobody waits. After twelve hours a talk
    /// is the service's again by itself.
    public Flux<WaitingTalk> waiting(CommunityId community) {
        return conversations.waiting(community).flatMap(it -> Mono.justOrEmpty(waiting(it)));
    }

    /// Says something to the resident in person, where they asked.
    ///
    /// @param key names this answer for ever, so that a second click says it once
    /// @return true; false when the talk no longer waits for a person: nothing was said
    public Mono<Boolean> answer(CommunityId community, String conversation, String key, StaffMember by, String words) {
        return Mono.defer(() -> conversations.waitingOne(community, conversation))
                .flatMap(talk -> effects.commit(List.of(said(talk, by, words), letter(talk, key, by, words)))
                        .thenReturn(true))
                .retryWhen(AGAIN)
                .defaultIfEmpty(false);
    }

    /// Lets the service listen and answer again, and says so to the resident where it was silent.
    ///
    /// @return true; false when the talk was the service's already
    public Mono<Boolean> handBack(CommunityId community, String conversation) {
        return Mono.defer(() -> conversations.waitingOne(community, conversation))
                .flatMap(talk -> effects.commit(handedBack(talk)).thenReturn(true))
                .retryWhen(AGAIN)
                .defaultIfEmpty(false);
    }

    private ConversationSaved said(KeptTalk talk, StaffMember by, String words) {
        var now = clock.instant();
        return talk.saving(
                talk.state().noting(new Line(now, by.name(), told(talk, words))).hearingOfStaff(now));
    }

    private static Letter letter(KeptTalk talk, String key, StaffMember by, String words) {
        var facts = Map.of("name", by.name(), "words", told(talk, words));
        return new Letter(talk.community(), "person-" + key, talk.replyTo(), "from-staff", facts);
    }

    /// Neighbours read along in a group.
    private static String told(KeptTalk talk, String words) {
        String clean = Words.clean(words);
        return talk.replyTo().isGroup() ? Masked.words(clean) : clean;
    }

    private static List<? extends Effect> handedBack(KeptTalk talk) {
        var saved = talk.saving(talk.state().handedBack());
        var key = "handed-back-%s-%d"
                .formatted(Integer.toHexString(talk.conversation().hashCode()), talk.version());
        var letter = new Letter(talk.community(), key, talk.replyTo(), "handed-back", Map.of());
        return talk.state().isWithStaff() ? List.of(saved, letter) : List.of(saved);
    }

    private static Optional<WaitingTalk> waiting(KeptTalk talk) {
        return Optional.ofNullable(talk.state().handedOver())
                .map(it -> new WaitingTalk(
                        talk.community(),
                        talk.conversation(),
                        talk.speaker(),
                        talk.replyTo(),
                        it.silences(),
                        it.at(),
                        talk.state().lines()));
    }
}
