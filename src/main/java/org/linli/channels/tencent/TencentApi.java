package org.linli.channels.tencent;

import static org.linli.channels.SendFailure.Reason.THROTTLED;
import static org.linli.channels.SendFailure.Reason.UNCERTAIN;
import static org.linli.channels.SendFailure.Reason.UNREACHABLE;

import io.netty.channel.ChannelOption;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.linli.channels.Media;
import org.linli.channels.SendFailure;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;
import reactor.netty.resources.ConnectionProvider;

/// A platform's HTTP interface. Each step of a call has a limit, and nothing is sent a second time by itself.
///
/// The platforms want tokens and keys in the address. So no error and no log line of ours names one, and the client
/// is not the observed one, whose measurements do.
public final class TencentApi {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final WebClient client;
    private final Duration most;

    /// @param name     of the pool of connections
    /// @param patience how long the platform may take to answer
    public TencentApi(String name, Duration patience) {
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http(name, patience)))
                .build();
        this.most = patience.plus(CONNECT).plus(CONNECT);
    }

    /// The address of a part of the interface, its parameters encoded.
    public static URI address(URI base, String path, Map<String, String> query) {
        var address = UriComponentsBuilder.fromUri(base).path(path);
        query.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(query).toUri();
    }

    /// Signals [SendFailure] and no other error: `UNREACHABLE` or `THROTTLED` when nothing can have been taken,
    /// `UNCERTAIN` when it may have been.
    ///
    /// @return what the platform said, an `errcode` included; never empty
    public Mono<PlatformAnswer> post(URI address, String json) {
        return answered(client.post()
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchangeToMono(TencentApi::answer));
    }

    /// Hands a picture over, to be named by its id afterwards. Errors as those of [#post]; never empty.
    public Mono<PlatformAnswer> upload(URI address, Media picture) {
        var form = new MultipartBodyBuilder();
        form.part("media", picture.bytes(), MediaType.parseMediaType(picture.type()))
                .filename("picture." + picture.type().substring(picture.type().indexOf('/') + 1));
        return answered(client.post()
                .uri(address)
                .body(BodyInserters.fromMultipartData(form.build()))
                .exchangeToMono(TencentApi::answer));
    }

    /// Asks without changing anything. Errors as those of [#post]; never empty.
    public Mono<PlatformAnswer> get(URI address) {
        return answered(client.get().uri(address).exchangeToMono(TencentApi::answer));
    }

    private Mono<PlatformAnswer> answered(Mono<PlatformAnswer> call) {
        return call.timeout(most).onErrorMap(error -> !(error instanceof SendFailure), TencentApi::unanswered);
    }

    private static Mono<PlatformAnswer> answer(ClientResponse response) {
        int status = response.statusCode().value();
        return response.bodyToMono(String.class)
                .defaultIfEmpty("")
                .map(body -> status >= 500 || status == 429 ? outOfOrder(status) : read(status, body));
    }

    private static PlatformAnswer read(int status, String body) {
        return PlatformAnswer.read(body).orElseGet(() -> outOfOrder(status));
    }

    private static PlatformAnswer outOfOrder(int status) {
        throw new SendFailure(meaning(status), "no answer of the platform's, HTTP " + status);
    }

    // a gateway that got no answer, or a bad one, does not know whether the platform took the message; nor does a
    // platform that broke over it, or one whose answer got lost on the way
    private static SendFailure.Reason meaning(int status) {
        return switch (status) {
            case 429 -> THROTTLED;
            case 503 -> UNREACHABLE;
            default -> status >= 500 || status < 300 ? UNCERTAIN : UNREACHABLE;
        };
    }

    /// The original stays behind, because its message may name the address.
    private static SendFailure unanswered(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (neverLeft(cause)) {
                return new SendFailure(UNREACHABLE, cause.getClass().getSimpleName());
            }
        }
        return new SendFailure(UNCERTAIN, error.getClass().getSimpleName());
    }

    private static boolean neverLeft(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof SSLException
                || cause instanceof PoolAcquireTimeoutException
                || cause instanceof PoolAcquirePendingLimitException;
    }

    // idle connections are given up before the platform does, since a message that meets a closed one is uncertain
    private static HttpClient http(String name, Duration patience) {
        var connections = ConnectionProvider.builder(name)
                .maxConnections(64)
                .pendingAcquireMaxCount(1024)
                .pendingAcquireTimeout(CONNECT)
                .maxIdleTime(Duration.ofSeconds(15))
                .build();
        return HttpClient.create(connections)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT.toMillis())
                .responseTimeout(patience)
                .disableRetry(true);
    }
}
