package org.linli;

import static org.springframework.http.MediaType.TEXT_EVENT_STREAM;

import org.springframework.boot.webtestclient.autoconfigure.WebTestClientBuilderCustomizer;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reads each answer to its end, also where a test looks at nothing but the status: otherwise its buffers stay with
/// nobody, and Netty reports a leak of ours some tests later.
class ReadAnswers implements WebTestClientBuilderCustomizer {

    private static final byte[] NOTHING = {};

    @Override
    public void customize(WebTestClient.Builder builder) {
        builder.codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(-1))
                .filter((request, next) -> next.exchange(request).flatMap(ReadAnswers::whole));
    }

    private static Mono<ClientResponse> whole(ClientResponse response) {
        boolean endless = response.headers()
                .contentType()
                .filter(TEXT_EVENT_STREAM::isCompatibleWith)
                .isPresent();
        return endless
                ? Mono.just(response)
                : response.bodyToMono(byte[].class)
                        .defaultIfEmpty(NOTHING)
                        .map(bytes -> response.mutate().body(flux(bytes)).build());
    }

    private static Flux<DataBuffer> flux(byte[] bytes) {
        return bytes.length == 0 ? Flux.empty() : Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes));
    }
}
