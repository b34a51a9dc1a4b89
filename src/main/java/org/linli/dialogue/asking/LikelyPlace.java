package org.linli.dialogue.asking;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.linli.community.Located.Found;
import org.linli.community.Place;
import org.linli.dialogue.Line;
import org.linli.dialogue.Need;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.scene.Act;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.scene.Turn;
import org.linli.dialogue.talk.Conversation;
import org.linli.dialogue.talk.Form;
import org.linli.dialogue.where.Whereabouts;

/// Where a trouble most likely is whose place nobody has said: asked for with one tap, until that is denied.
record LikelyPlace(Scene scene) {

    private static final Duration LATELY = Duration.ofMinutes(10);

    /// Where another trouble of the speaker's is, told in this turn or reported a moment ago.
    Optional<Place> beside(Turn turn, Form form) {
        return justTold(turn).or(() -> form.asks(Need.PLACE) ? Optional.empty() : lately(turn, form));
    }

    /// The building that the speaker lives in, also by what they said of themselves a moment ago.
    Optional<Place> home(Conversation talk) {
        return scene.home().or(() -> introduced(talk)).flatMap(new Whereabouts(scene)::building);
    }

    /// Told in reply to us, while this waited.
    private Optional<Place> justTold(Turn turn) {
        return turn.acts().stream()
                .filter(Act.Perform.class::isInstance)
                .map(act -> ((Act.Perform) act).request())
                .filter(it -> it.intent().opensCase() && !it.key().startsWith(scene.key()))
                .flatMap(it -> Stream.ofNullable(it.place()))
                .findFirst();
    }

    private Optional<Place> lately(Turn turn, Form form) {
        return Optional.ofNullable(turn.next().done())
                .filter(it -> it.isFresh(scene.now()) && it.isOfCase())
                .flatMap(it -> Optional.ofNullable(it.place()))
                .flatMap(scene.map()::openPlace)
                .filter(it -> new Whereabouts(scene).mayBeAt(it, form.gathered().text()));
    }

    /// "我是3栋的老赵".
    private Optional<Place> introduced(Conversation talk) {
        return talk.lines().reversed().stream()
                .filter(it -> it.by().isEmpty() && it.at().plus(LATELY).isAfter(scene.at()))
                .map(Line::words)
                .filter(it -> Phrases.introduction(it + "，") > 0)
                .flatMap(it -> placeIn(it).stream())
                .findFirst();
    }

    private Optional<Place> placeIn(String words) {
        var said = scene.understood(words).entities();
        return said.building() != null && new Whereabouts(scene).named(words, said) instanceof Found found
                ? Optional.of(found.place())
                : Optional.empty();
    }
}
