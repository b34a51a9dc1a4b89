package org.linli.media;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.channels.ChannelId;
import org.linli.channels.FetchMedia;
import org.linli.channels.Media;
import org.linli.channels.MediaFailure;
import org.linli.channels.MediaFailure.Reason;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// One attempt at one thing, by every way that there is.
@Component
class FetchOnce {

    private static final Duration LIMIT = Duration.ofSeconds(70);

    private final Map<ChannelId, FetchMedia> channels;
    private final Clock clock;

    FetchOnce(List<FetchMedia> channels, Clock clock) {
        this.channels = channels.stream().collect(Collectors.toMap(FetchMedia::channel, Function.identity()));
        this.clock = clock;
    }

    /// Never empty, never an error.
    Mono<Outcome> fetch(DueMedia due) {
        var channel = channels.get(due.sender().channel());
        return channel == null ? Mono.just(new Outcome.Lost(Reason.GONE)) : fetch(due, channel);
    }

    private Mono<Outcome> fetch(DueMedia due, FetchMedia channel) {
        return byEveryWay(due, channel)
                .flatMap(FetchOnce::cleaned)
                .<Outcome>map(Outcome.Kept::new)
                .onErrorResume(
                        error -> Mono.just(Patience.after(reason(error), due, channel.keptFor(), clock.instant())));
    }

    private static Mono<Media> byEveryWay(DueMedia due, FetchMedia channel) {
        String url = due.url();
        var first = Mono.defer(() -> channel.fetch(due.sender(), due.media())).timeout(LIMIT);
        return url == null
                ? first
                : first.onErrorResume(
                        FetchOnce::asksForAnother,
                        error -> channel.look(due.sender(), url).timeout(LIMIT).onErrorMap(_ -> error));
    }

    private static boolean asksForAnother(Throwable error) {
        return reason(error) == Reason.GONE || reason(error) == Reason.TRY_AGAIN;
    }

    /// Pictures are computed over, which no event loop has time for.
    private static Mono<Cleaned> cleaned(Media media) {
        return Mono.fromCallable(() -> Cleaned.of(media)).subscribeOn(Schedulers.boundedElastic());
    }

    private static Reason reason(Throwable error) {
        return error instanceof MediaFailure failure ? failure.reason() : Reason.TRY_AGAIN;
    }
}
