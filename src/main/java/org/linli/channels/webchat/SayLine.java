package org.linli.channels.webchat;

import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.channels.Content;
import org.linli.channels.Inbound;
import org.linli.channels.Intake;
import org.linli.channels.Quote;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Takes what somebody said: shows it in the room and hands it to the inbox.
///
/// Completes after both are committed, and is safe to repeat: the same id is one line and one message. Signals
/// [Refusal], also when the inbox is not there.
@Component
class SayLine {

    private static final Pattern CALLS_US = Pattern.compile("[@＠](小邻|邻里|社区|助手)");

    private final Lines lines;
    private final Follow follow;
    private final Pictures pictures;
    private final Limit limit;
    private final ObjectProvider<Intake> intake;
    private final WebchatProperties properties;
    private final Clock clock;

    SayLine(
            Lines lines,
            Follow follow,
            Pictures pictures,
            Limit limit,
            ObjectProvider<Intake> intake,
            WebchatProperties properties,
            Clock clock) {
        this.lines = lines;
        this.follow = follow;
        this.pictures = pictures;
        this.limit = limit;
        this.intake = intake;
        this.properties = properties;
        this.clock = clock;
    }

    /// Never empty: the line as it is stored.
    Mono<Line> say(Seat seat, Draft draft) {
        return Mono.fromCallable(() -> newLine(seat, draft))
                .delayUntil(line -> limit.take(seat.sender()))
                .delayUntil(this::pictureIsThere)
                .flatMap(line -> Mono.justOrEmpty(draft.quoted())
                        .flatMap(id -> lines.quoted(line.room(), id))
                        .flatMap(earlier -> lines.add(line.quoting(earlier)).map(it -> it.beside(earlier)))
                        .switchIfEmpty(Mono.defer(() -> lines.add(line))))
                .delayUntil(line -> follow.announce(seat.key(), line))
                .delayUntil(line -> handIn(seat, line));
    }

    private NewLine newLine(Seat seat, Draft draft) {
        var said = draft.said(properties.characters());
        var speaker = seat.speaker(draft.speaker()).orElseThrow(() -> new Refusal(Refusal.Reason.NO_SPEAKER));
        return new NewLine(seat.key(), String.valueOf(draft.id()), speaker.id(), said, clock.instant());
    }

    private Mono<Boolean> pictureIsThere(NewLine line) {
        String picture = line.said().picture();
        return picture == null
                ? Mono.empty()
                : pictures.has(line.room(), picture)
                        .filter(there -> there)
                        .switchIfEmpty(Mono.error(() -> new Refusal(Refusal.Reason.NO_PICTURE)));
    }

    private Mono<Void> handIn(Seat seat, Line line) {
        return Mono.justOrEmpty(intake.getIfAvailable())
                .switchIfEmpty(Mono.error(() -> new Refusal(Refusal.Reason.NOT_NOW)))
                .flatMap(it -> it.keep(inbound(seat, line)));
    }

    private static Inbound inbound(Seat seat, Line line) {
        var from = Address.person(Seat.WEBCHAT, seat.community().value(), line.speaker());
        boolean group = seat.room().isGroup();
        return new Inbound(
                        seat.community(),
                        platformId(seat, line.id()),
                        from,
                        group ? seat.room() : null,
                        !group || CALLS_US.matcher(line.said().text()).find(),
                        content(line.said()),
                        line.at())
                .quoting(quote(seat, line));
    }

    private static @Nullable Quote quote(Seat seat, Line line) {
        var earlier = line.quoted();
        return earlier == null ? null : new Quote(platformId(seat, earlier.id()), earlier.text());
    }

    /// The browser's id is unique in its room, the inbox asks for one that is unique in the account.
    private static String platformId(Seat seat, String id) {
        return seat.key().room() + "/" + id;
    }

    private static Content content(Line.Said said) {
        return said.picture() == null ? new Content.Text(said.text()) : new Content.Picture(said.picture(), null);
    }
}
