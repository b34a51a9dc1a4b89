package org.linli.channels.xmpp;

import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.FetchMedia;
import org.linli.channels.Media;
import org.linli.channels.MediaFailure;
import org.linli.channels.MediaFailure.Reason;
import org.linli.channels.TakeMedia;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;

/// Gets what people have put on the server's store (XEP-0363). Only the configured hosts are asked, and none of them
/// can send us on to another: redirections are not followed.
@Component
class FetchUploads implements FetchMedia {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration MOST = Duration.ofSeconds(55);

    private record Store(XmppAccount account, Mono<WebClient> client) {}

    private final XmppAccounts accounts;
    private final Map<String, Store> stores = new ConcurrentHashMap<>();
    private final TakeMedia take;

    FetchUploads(XmppAccounts accounts, TakeMedia take) {
        this.accounts = accounts;
        this.take = take;
    }

    @Override
    public ChannelId channel() {
        return Translate.XMPP;
    }

    @Override
    public Mono<Media> fetch(Address sender, String link) {
        var store = store(sender.account());
        return store == null
                ? Mono.error(() -> new MediaFailure(Reason.GONE, "no such account of ours"))
                : Mono.justOrEmpty(Upload.at(link, store.account().uploadHosts()))
                        .switchIfEmpty(Mono.error(() -> new MediaFailure(Reason.GONE, "not on a host for uploads")))
                        .flatMap(upload -> store.client().flatMap(client -> get(client, upload)))
                        .timeout(MOST)
                        .onErrorMap(error -> !(error instanceof MediaFailure), FetchUploads::unanswered);
    }

    /// `null` where the account is not ours any more. Made anew when it was changed.
    private @Nullable Store store(String id) {
        var account = accounts.named(id).orElse(null);
        if (account == null) {
            stores.remove(id);
            return null;
        }
        var before = stores.get(id);
        var now = before != null && before.account().equals(account) ? before : new Store(account, client(account));
        stores.put(id, now);
        return now;
    }

    private Mono<Media> get(WebClient client, Upload upload) {
        return client.get().uri(upload.address()).exchangeToMono(this::answer);
    }

    private Mono<Media> answer(ClientResponse response) {
        int status = response.statusCode().value();
        return status == 200
                ? take.take(response.bodyToFlux(DataBuffer.class))
                : response.releaseBody().then(Mono.error(() -> outOfOrder(status)));
    }

    private static MediaFailure outOfOrder(int status) {
        boolean mayPass = status == 429 || status >= 500;
        return new MediaFailure(mayPass ? Reason.TRY_AGAIN : Reason.GONE, "HTTP " + status);
    }

    /// The original stays behind: its message may name the address, which opens the picture for whoever has it.
    private static MediaFailure unanswered(Throwable error) {
        return new MediaFailure(Reason.TRY_AGAIN, error.getClass().getSimpleName());
    }

    private static Mono<WebClient> client(XmppAccount account) {
        return Mono.fromCallable(() -> trusting(account))
                .subscribeOn(Schedulers.boundedElastic())
                .map(ssl -> HttpClient.create()
                        .followRedirect(false)
                        .secure(it -> it.sslContext(ssl))
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT.toMillis())
                        .responseTimeout(SILENCE))
                .map(http -> WebClient.builder()
                        .clientConnector(new ReactorClientHttpConnector(http))
                        .build());
    }

    private static SslContext trusting(XmppAccount account) throws SSLException {
        var builder = SslContextBuilder.forClient();
        return account.certificate() == null
                ? builder.build()
                : builder.trustManager(account.certificate().toFile()).build();
    }
}
