package org.linli.dialogue.turns;

import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.linli.channels.Content;
import org.linli.channels.Inbound;
import org.linli.community.Communities;
import org.linli.dialogue.danger.ToldByNeighbours;
import org.linli.dialogue.kept.Conversations;
import org.linli.dialogue.phrases.BareReply;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.phrases.Words;
import org.linli.dialogue.scene.Scene;
import org.linli.inbox.Arrival;
import org.linli.inbox.Dispensable;
import org.linli.understanding.Intent;
import org.linli.understanding.Understand;
import org.linli.understanding.Understanding;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What neighbours say to each other and what is nothing to us whichever way one takes it. In doubt it is something.
@Component
class SurelyChatter implements Dispensable {

    /// What ballots, support, objections and answers to staff are made of. All that has a digit may be one.
    private static final Pattern MAY_COUNT =
            Pattern.compile("[\\p{Nd}①-⑳]|投|选|赞成|支持|同意|反对|弃权|异议|提案|提个|查票|确认|评价|满意|我家也|也是|一样");

    private static final double SURE = 0.9;

    /// Of any label that opens a case, and of danger on its own scale.
    private static final double MOST_DOUBT = 0.06;
    private static final double MOST_DANGER = 0.5;

    private final Understand understand;
    private final Communities communities;
    private final Conversations conversations;

    SurelyChatter(Understand understand, Communities communities, Conversations conversations) {
        this.understand = understand;
        this.communities = communities;
        this.conversations = conversations;
    }

    @Override
    public Mono<Boolean> isDispensable(Arrival arrival) {
        var message = arrival.message();
        return seems(message, LocalDateTime.ofInstant(arrival.receivedAt(), Scene.ZONE))
                ? isOfNobodyWeTalkWith(arrival)
                : Mono.just(false);
    }

    /// Looks at nothing but the message: microseconds.
    boolean seems(Inbound message, LocalDateTime now) {
        return message.group() != null
                && !message.mentioned()
                && message.quote() == null
                && message.content() instanceof Content.Text text
                && seems(Words.clean(text.text()), now);
    }

    private boolean seems(String words, LocalDateTime now) {
        return !words.isEmpty()
                && !Phrases.isCalled(words)
                && !BareReply.isPlainVerdict(words)
                && !MAY_COUNT.matcher(words).find()
                && isChatter(understand.understand(words, true, now))
                && !ToldByNeighbours.mayBe(words);
    }

    private static boolean isChatter(Understanding meant) {
        return meant.intent().equals(Intent.CHATTER)
                && meant.confidence() >= SURE
                && meant.danger() < MOST_DANGER
                && meant.ranking().stream().noneMatch(it -> it.intent().opensCase() && it.confidence() > MOST_DOUBT);
    }

    /// Nor of staff, whose word may be a command.
    private Mono<Boolean> isOfNobodyWeTalkWith(Arrival arrival) {
        var message = arrival.message();
        return Mono.zip(
                communities
                        .map(message.community())
                        .map(it -> it.staffAt(message.from()).isEmpty()),
                conversations
                        .of(message)
                        .map(it -> it.state().asOf(arrival.receivedAt()).isIdle()),
                Boolean::logicalAnd);
    }
}
