package org.linli.channels.tencent;

import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.linli.channels.Media;
import org.linli.channels.MediaFailure;
import org.linli.channels.MediaFailure.Reason;
import org.linli.channels.SendFailure;
import org.linli.channels.TakeMedia;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/// Gets files from a platform's servers: what people sent, never more than we keep.
///
/// Addresses hold tokens, so no error and no log line of ours names one. Redirections are not followed.
@Component
public class DownloadMedia {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration MOST = Duration.ofSeconds(55);

    private final WebClient client;
    private final TakeMedia take;

    public DownloadMedia(TakeMedia take) {
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create()
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT.toMillis())
                        .responseTimeout(SILENCE)))
                .build();
        this.take = take;
    }

    /// Signals [MediaFailure] and no other error. Never empty.
    public Mono<Downloaded> from(URI address) {
        return client.get()
                .uri(address)
                .exchangeToMono(this::answer)
                .timeout(MOST)
                .onErrorMap(error -> !(error instanceof MediaFailure), DownloadMedia::unanswered);
    }

    /// A file that is closed, and what opens it. The caller has made sure whose address it is.
    ///
    /// Signals [MediaFailure] and no other error, where `open` throws no other. Never empty.
    public Mono<Media> closed(URI address, UnaryOperator<byte[]> open) {
        return client.get()
                .uri(address)
                .exchangeToMono(response -> response.statusCode().value() == 200
                        ? take.take(response.bodyToFlux(DataBuffer.class), open)
                        : response.releaseBody()
                                .then(Mono.error(
                                        () -> outOfOrder(response.statusCode().value()))))
                .timeout(MOST)
                .onErrorMap(error -> !(error instanceof MediaFailure), DownloadMedia::unanswered);
    }

    /// The same for a picture whose address came with a message: only servers of the platform are asked, by https.
    /// Signals `GONE` for others.
    ///
    /// @param base where the platform's interface is
    public Mono<Downloaded> picture(String address, URI base) {
        return ofThePlatform(new ServersOfThePlatform(base).picture(address));
    }

    /// The same for a film, whose address the platform's interface answered.
    public Mono<Downloaded> film(String address, URI base) {
        return ofThePlatform(new ServersOfThePlatform(base).film(address));
    }

    private Mono<Downloaded> ofThePlatform(Optional<URI> address) {
        return Mono.justOrEmpty(address)
                .switchIfEmpty(Mono.error(() -> new MediaFailure(Reason.GONE, "an address that is not the platform's")))
                .flatMap(this::from);
    }

    /// What a call of the interface failed with, in the words of a download.
    public static MediaFailure failure(SendFailure failure) {
        return switch (failure.reason()) {
            case UNREACHABLE, THROTTLED, QUOTA_SPENT, UNCERTAIN, MISCONFIGURED ->
                new MediaFailure(Reason.TRY_AGAIN, String.valueOf(failure.getMessage()));
            default -> new MediaFailure(Reason.GONE, String.valueOf(failure.getMessage()));
        };
    }

    private Mono<Downloaded> answer(ClientResponse response) {
        int status = response.statusCode().value();
        if (status != 200) {
            return response.releaseBody().then(Mono.error(() -> outOfOrder(status)));
        }
        return isSaid(response.headers().asHttpHeaders())
                ? response.bodyToMono(String.class).defaultIfEmpty("").map(DownloadMedia::said)
                : take.take(response.bodyToFlux(DataBuffer.class)).map(Downloaded.Bytes::new);
    }

    /// A file is sent as an attachment, or at least as what it is.
    private static boolean isSaid(HttpHeaders headers) {
        MediaType type = headers.getContentType();
        return headers.getFirst(HttpHeaders.CONTENT_DISPOSITION) == null
                && type != null
                && (type.getSubtype().contains("json") || type.getType().equals("text"));
    }

    private static Downloaded said(String body) {
        return PlatformAnswer.read(body)
                .<Downloaded>map(Downloaded.Said::new)
                .orElseThrow(() -> new MediaFailure(Reason.TRY_AGAIN, "no answer of the platform's"));
    }

    private static MediaFailure outOfOrder(int status) {
        boolean gone = status == 403 || status == 404 || status == 410;
        return new MediaFailure(gone ? Reason.GONE : Reason.TRY_AGAIN, "HTTP " + status);
    }

    /// The original stays behind, because its message may name the address.
    private static MediaFailure unanswered(Throwable error) {
        return new MediaFailure(Reason.TRY_AGAIN, error.getClass().getSimpleName());
    }
}
