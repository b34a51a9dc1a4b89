package org.linli.dialogue.turns;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.channels.Address;
import org.linli.channels.Channel;
import org.linli.channels.ChannelId;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.inbox.Arrival;
import org.linli.inbox.ArrivalDone;
import org.linli.outbox.Letter;
import org.linli.outbox.LetterNotRendered;
import org.linli.outbox.PassiveLetter;
import org.linli.outbox.RenderLetters;
import org.linli.platform.database.Effect;
import org.springframework.stereotype.Component;

/// Lets the answer travel in the response of the platform's call, where the call still waits and one message says
/// it all. Otherwise letters go by the outbox.
@Component
class AnswerAtOnce {

    /// What committing and writing the response take.
    private static final Duration MARGIN = Duration.ofMillis(300);

    private final RenderLetters render;
    private final Map<ChannelId, Limits> limits;
    private final Clock clock;

    AnswerAtOnce(RenderLetters render, List<Channel> channels, Clock clock) {
        this.render = render;
        this.limits = channels.stream().collect(Collectors.toMap(Channel::id, Channel::limits));
        this.clock = clock;
    }

    /// The changes, together with what ends the message: all that is to be committed.
    List<Effect> finishing(Arrival arrival, List<Effect> changes) {
        var only = onlyLetter(arrival, changes);
        var passive = only.flatMap(this::passive);
        var all = new ArrayList<Effect>(changes.size() + 2);
        for (Effect effect : changes) {
            boolean travels = passive.isPresent() && only.filter(effect::equals).isPresent();
            all.add(travels ? new PassiveLetter(only.orElseThrow()) : effect);
        }
        all.addAll(arrival.message().consequences(arrival.receivedAt()));
        all.add(ArrivalDone.of(arrival, passive.orElse(null)));
        return all;
    }

    private Optional<Letter> onlyLetter(Arrival arrival, List<Effect> changes) {
        if (!stillWaits(arrival)) {
            return Optional.empty();
        }
        var letters = changes.stream()
                .filter(Letter.class::isInstance)
                .map(Letter.class::cast)
                .filter(it -> goesTo(arrival.message().from(), it))
                .toList();
        return letters.size() == 1 ? Optional.of(letters.getFirst()) : Optional.empty();
    }

    private boolean stillWaits(Arrival arrival) {
        var until = arrival.passiveUntil();
        return arrival.message().group() == null
                && until != null
                && clock.instant().plus(MARGIN).isBefore(until);
    }

    private static boolean goesTo(Address person, Letter letter) {
        return letter.to().equals(person);
    }

    /// Empty where it does not fit, or where the words are broken: the outbox knows what to do then.
    private Optional<Outbound> passive(Letter letter) {
        try {
            var words = render.render(letter);
            return Optional.ofNullable(limits.get(letter.to().channel()))
                    .filter(limit -> RenderLetters.fits(words, limit))
                    .map(_ -> words);
        } catch (LetterNotRendered broken) {
            return Optional.empty();
        }
    }
}
