package org.linli.dialogue.turns;

import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.linli.channels.Content;
import org.linli.channels.Inbound;
import org.linli.dialogue.danger.ToldByNeighbours;
import org.linli.dialogue.phrases.BareReply;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.phrases.Words;
import org.linli.dialogue.topics.Reference;
import org.linli.understanding.Intent;
import org.linli.understanding.Understand;
import org.linli.understanding.Understanding;

/// Whether a message is what neighbours say to each other, and nothing to us whichever way one takes it. Looks at
/// nothing but the message: microseconds. In doubt it is something.
record SeemsChatter(Understand understand) {

    /// What ballots, support, objections and answers to staff are made of. All that has a digit may be one.
    private static final Pattern MAY_COUNT =
            Pattern.compile("[\\p{Nd}①-⑳]|投|选|赞成|支持|同意|反对|弃权|异议|提案|提个|查票|确认|评价|满意|我家也|也是|一样");

    private static final double SURE = 0.9;

    /// Of any label that opens a case, and of danger on its own scale.
    private static final double MOST_DOUBT = 0.06;
    private static final double MOST_DANGER = 0.5;

    boolean is(Inbound message, LocalDateTime now) {
        return message.group() != null
                && !message.mentioned()
                && message.quote() == null
                && message.content() instanceof Content.Text text
                && are(Words.clean(text.text()), now);
    }

    private boolean are(String words, LocalDateTime now) {
        return !words.isEmpty()
                && !Phrases.isCalled(words)
                && !BareReply.isPlainVerdict(words)
                && !MAY_COUNT.matcher(words).find()
                && isChatter(understand.understand(words, true, now))
                && !ToldByNeighbours.mayBe(words)
                && Reference.in(words).isEmpty();
    }

    private static boolean isChatter(Understanding meant) {
        return meant.intent().equals(Intent.CHATTER)
                && meant.confidence() >= SURE
                && meant.danger() < MOST_DANGER
                && meant.ranking().stream().noneMatch(it -> it.intent().opensCase() && it.confidence() > MOST_DOUBT);
    }
}
